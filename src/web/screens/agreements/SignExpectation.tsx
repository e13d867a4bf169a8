import { useState } from 'react';
import { latest, otherSide, type Expectation, type Side } from '../../../domain/agreements/expectation.ts';
import { partyWords } from '../../../views/words/agreements.ts';
import { dayLong } from '../../../views/words/format.ts';
import { Agreed } from '../../components/Agreed.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';

/** Exactly what is signed, and for which side; one press signs it. */
export const SignExpectation = ({
  expectation,
  side,
  onClose,
}: {
  readonly expectation: Expectation;
  readonly side: Side;
  readonly onClose: () => void;
}) => {
  const { book, ask, nameOf, today } = useCompany();
  // What was read is what is signed: a change made meanwhile must not slip under the press.
  const [read] = useState(() => latest(expectation));
  const [refused, setRefused] = useState<string | null>(null);
  const moved = latest(expectation).n !== read.n;
  const mine = partyWords(book, read[side], nameOf);
  const other = read.signatures[otherSide(side)];
  const sign = (): void => {
    const answer = ask([{ type: 'expectation/sign', id: expectation.id, revision: read.n, side }]);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: other ? 'Signed. Both sides have agreed.' : 'Signed. The other side is asked to sign, too.' });
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={side === 'promises' ? `Sign what ${mine} promises` : `Sign what ${mine} expects`}
      onSubmit={sign}
      foot={
        <>
          <Button onPress={onClose}>Not yet</Button>
          <Button kind="primary" submit forbid={moved ? 'The words have changed: close this and read them again' : null}>
            Sign for {mine}
          </Button>
        </>
      }
    >
      <Agreed>{read.statement}</Agreed>
      <p className="sm">
        {partyWords(book, read.promises, nameOf)} promises it to {partyWords(book, read.expects, nameOf)}, by {dayLong(read.due, today)}.
      </p>
      <p className="sm mut">
        {other
          ? `${nameOf(other.by)} has signed for the other side. With your signature it is agreed.`
          : 'Nobody has signed yet. It is agreed when both sides have.'}
      </p>
      {moved && <Note kind="risk">The words have changed since you opened this. Close it and read them again.</Note>}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
