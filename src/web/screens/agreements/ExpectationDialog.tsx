import { useState } from 'react';
import { latest, type Expectation, type Party, type Promised } from '../../../domain/agreements/expectation.ts';
import type { Command } from '../../../domain/book.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import { quarterOf } from '../../../kernel/fiscal.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import { PartyFields } from './PartyFields.tsx';
import { SubjectsField } from './SubjectsField.tsx';

type Props = {
  /** The one that is changed; a new one without it. */
  readonly change?: Expectation;
  /** A thing it is about from the start. */
  readonly about?: string | null;
  /** Is given the id of what was put forward or changed; null where nothing was. */
  readonly onClose: (id: string | null) => void;
};

/** A promise in words: who promises what to whom, by when. */
export const ExpectationDialog = ({ change, about, onClose }: Props) => {
  const { company, me, today, ask } = useCompany();
  const was = change && latest(change);
  const mine = company.members[me]?.seats[0] ?? null;
  const [promises, setPromises] = useState<Party>(was?.promises ?? { seat: null, person: null });
  const [expects, setExpects] = useState<Party>(
    was?.expects ?? (mine === null ? { seat: null, person: me } : { seat: mine, person: null }),
  );
  const [statement, setStatement] = useState(was?.statement ?? '');
  const [due, setDue] = useState<Day | null>(was?.due ?? addDays(quarterOf(company.fiscal, today).to, -1));
  const [subjects, setSubjects] = useState<readonly string[]>(was?.about ?? (about ? [about] : []));
  const [refused, setRefused] = useState<string | null>(null);
  const nobody = (p: Party): boolean => p.seat === null && p.person === null;
  const missing = nobody(promises)
    ? 'Say who promises it'
    : nobody(expects)
      ? 'Say who expects it'
      : statement.trim() === ''
        ? 'Say what is promised'
        : due === null
          ? 'Say by when'
          : null;
  const save = (): void => {
    if (missing || due === null) return;
    const promised: Promised = { statement, due, promises, expects, about: subjects };
    const id = change?.id ?? newId('e');
    const command: Command = change
      ? { type: 'expectation/revise', id: change.id, revision: was!.n, ...promised }
      : { type: 'expectation/propose', id, ...promised };
    const answer = ask([command]);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: change ? 'Changed. Both sides sign it anew.' : 'Put forward. Both sides are asked to sign it.' });
    onClose(id);
  };
  return (
    <Dialog
      opened
      wide
      onClose={() => onClose(null)}
      title={change ? 'Change what was promised' : 'Put an expectation forward'}
      onSubmit={save}
      foot={
        <>
          <Button onPress={() => onClose(null)}>Cancel</Button>
          <Button kind="primary" submit forbid={missing}>
            {change ? 'Change it, to be signed anew' : 'Ask both sides to sign'}
          </Button>
        </>
      }
    >
      <PartyFields label="Who promises?" value={promises} onChange={setPromises} />
      <PartyFields label="Who expects it?" value={expects} onChange={setExpects} />
      <WordsField
        label="What is promised?"
        hint="As both will sign it: something one can see was kept."
        placeholder="Sales calls every qualified lead within two working days"
        maxLength={1000}
        value={statement}
        onChange={setStatement}
      />
      <DateField label="By when?" value={due} onChange={setDue} />
      <SubjectsField value={subjects} onChange={setSubjects} />
      {change && <p className="sm mut">The signatures given so far stay on record with the old words, and count no more.</p>}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
