import { useState } from 'react';
import { holdersOf } from '../../../views/agree/signed.ts';
import { difference } from '../../../views/plan/difference.ts';
import { differenceLines } from '../../../views/plan/difference-words.ts';
import type { BlueprintView } from '../../../views/plan/blueprint.ts';
import { list, quarterWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { useRule } from '../../state/rule.ts';
import { say } from '../../state/toasts.ts';
import css from './Dialogs.module.css';
import { Differences } from './Differences.tsx';
import { PlanPaper } from './PlanPaper.tsx';

/** Freezes the draft as a version and asks the seats to sign it. */
export const ProposeDialog = ({
  view,
  period,
  onClose,
}: {
  readonly view: BlueprintView;
  readonly period: string;
  readonly onClose: () => void;
}) => {
  const { book, company, today, nameOf, ask } = useCompany();
  const held = company.seats.filter((s) => holdersOf(book, s.id).length > 0).map((s) => s.id);
  const [seats, setSeats] = useState<readonly string[]>(view.version?.seats ?? held);
  const [refused, setRefused] = useState<string | null>(null);
  const command = { type: 'blueprint/propose', period, after: view.version?.n ?? 0, seats } as const;
  const rule = useRule([command]);
  const propose = (): void => {
    const answer = ask([command]);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `Version ${command.after + 1} is put forward. It waits for those who sign.` });
    onClose();
  };
  const changed = view.version ? differenceLines(difference(view.version.plan, view.plan), { book, today, nameOf }) : [];
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={`Put forward the Blueprint for ${quarterWords(period)}`}
      onSubmit={() => !rule && propose()}
      foot={
        <>
          <Button onPress={onClose}>Not yet</Button>
          <Button kind="primary" submit forbid={rule}>
            Put version {command.after + 1} forward
          </Button>
        </>
      }
    >
      {view.version && (
        <Note kind="risk">
          {Object.keys(view.version.signatures).length > 0
            ? 'Signatures given for the version before stay on record and no longer count.'
            : 'Nobody has signed the version before.'}
        </Note>
      )}
      {changed.length > 0 && (
        <>
          <h3 className={css.h}>Changed since version {view.version!.n}</h3>
          <Differences lines={changed} />
        </>
      )}
      <PlanPaper plan={view.plan} period={period} />
      <fieldset className={css.seats}>
        <legend>Who signs?</legend>
        {company.seats.map((seat) => (
          <CheckField
            key={seat.id}
            checked={seats.includes(seat.id)}
            onChange={(on) => setSeats(on ? [...seats, seat.id] : seats.filter((s) => s !== seat.id))}
          >
            {seat.title}
            <small>{list(holdersOf(book, seat.id).map(nameOf)) || 'nobody yet'}</small>
          </CheckField>
        ))}
      </fieldset>
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
