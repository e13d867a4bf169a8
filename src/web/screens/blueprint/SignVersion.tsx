import { useState } from 'react';
import type { BlueprintView } from '../../../views/plan/blueprint.ts';
import { dayOfMoment } from '../../../views/agree/signed.ts';
import { dayWords, list, quarterWords } from '../../../views/words/format.ts';
import { seatTitle } from '../../../views/words/names.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import { PlanPaper } from './PlanPaper.tsx';

/** Exactly what is signed, in full; one press signs it, another says no with a reason. */
export const SignVersion = ({
  view,
  period,
  seats,
  onClose,
}: {
  readonly view: BlueprintView;
  readonly period: string;
  readonly seats: readonly string[];
  readonly onClose: () => void;
}) => {
  const { book, today, nameOf, ask } = useCompany();
  const [refused, setRefused] = useState<string | null>(null);
  const [declining, setDeclining] = useState(false);
  const [words, setWords] = useState('');
  const v = view.version!;
  const titles = list(seats.map((s) => seatTitle(book, s)));
  const commands = seats.map((seat) => ({ type: 'blueprint/sign' as const, period, version: v.n, seat }));
  const rule = useRule(commands);
  const given = v.seats.flatMap((s) => {
    const signed = v.signatures[s];
    return signed ? [`${nameOf(signed.by)} for ${seatTitle(book, s)} on ${dayWords(dayOfMoment(book, signed.at), today)}`] : [];
  });
  const sign = (): void => {
    const answer = ask(commands);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `Signed for ${titles}.` });
    onClose();
  };
  const decline = (): void => {
    const why = newId('n');
    const answer = ask(
      seats.map((seat) => ({ type: 'blueprint/decline' as const, period, version: v.n, seat, why })),
      { notes: [{ id: why, text: words.trim() }] },
    );
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `Declined. ${nameOf(v.proposedBy)} sees your words.` });
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={`Sign the Blueprint for ${quarterWords(period)}, version ${v.n}`}
      onSubmit={() => (declining ? words.trim() !== '' && decline() : !rule && sign())}
      foot={
        declining ? (
          <>
            <Button onPress={() => setDeclining(false)}>Back</Button>
            <Button kind="primary" submit forbid={words.trim() === '' ? 'Say why, in a sentence' : null}>
              Decline for {titles}
            </Button>
          </>
        ) : (
          <>
            <Button kind="quiet" onPress={() => setDeclining(true)}>
              Decline
            </Button>
            <Button onPress={onClose}>Not yet</Button>
            <Button kind="primary" submit forbid={rule}>
              Sign for {titles}
            </Button>
          </>
        )
      }
    >
      <PlanPaper plan={v.plan} period={period} />
      <p className="sm mut">
        {given.length > 0 ? `So far: ${list(given)}.` : 'Nobody has signed yet.'} When all{' '}
        {v.seats.length === 1 ? '' : `${v.seats.length} `}
        have, it is frozen: then it changes by “in, therefore out” only.
      </p>
      {rule && !declining && <Note kind="off">{rule}</Note>}
      {declining && <WordsField label="Why not?" value={words} onChange={setWords} autoFocus />}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
