import { useState } from 'react';
import { current, type Guidepoint } from '../../../domain/guidepoint/guidepoint.ts';
import { signedLines } from '../../../views/agree/signed.ts';
import { dayLong, list, quarterWords } from '../../../views/words/format.ts';
import { seatTitle } from '../../../views/words/names.ts';
import { valueFull } from '../../../views/words/values.ts';
import { Agreed } from '../../components/Agreed.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import css from './SignDialog.module.css';
import { useTeller } from './use-teller.ts';

/** Exactly what is signed, in full; one press signs it. */
export const SignDialog = ({
  guidepoint,
  seats,
  onClose,
}: {
  readonly guidepoint: Guidepoint;
  readonly seats: readonly string[];
  readonly onClose: () => void;
}) => {
  const { book, company, ask, today } = useCompany();
  const teller = useTeller();
  const [refused, setRefused] = useState<string | null>(null);
  const v = current(guidepoint);
  const titles = list(seats.map((seat) => seatTitle(book, seat)));
  const given = signedLines(teller, v).filter((l) => l.name !== null);
  const sign = (): void => {
    const answer = ask(seats.map((seat) => ({ type: 'guidepoint/sign' as const, period: guidepoint.period, version: v.n, seat })));
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `Signed for ${titles}.` });
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={`Sign the Guidepoint for ${quarterWords(guidepoint.period)}, version ${v.n}`}
      onSubmit={sign}
      foot={
        <>
          <Button onPress={onClose}>Not yet</Button>
          <Button kind="primary" submit>
            Sign for {titles}
          </Button>
        </>
      }
    >
      <div className={css.paper}>
        <Agreed>{v.statement}</Agreed>
        <ul>
          {v.outcomes.map((o) => (
            <li key={o.outcome}>
              <span className="agreed">{o.name}</span>
              <span className="num">
                {o.baseline === null ? '' : `from ${valueFull(o.baseline, o.metric.unit, company.currency)} `}to{' '}
                <b>{valueFull(o.target, o.metric.unit, company.currency)}</b> by {dayLong(o.due, today)}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <p className="sm mut">
        Signed by {v.seats.length === 1 ? 'one seat' : list(v.seats.map((seat) => seatTitle(book, seat)))}.{' '}
        {given.length > 0 ? `So far: ${list(given.map((l) => `${l.name} for ${l.title} on ${l.when}`))}.` : 'Nobody has signed yet.'} When
        all have, it is locked until its quarter is over.
      </p>
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
