import { useState } from 'react';
import { addDays, type Day } from '../../../kernel/day.ts';
import { fiscalYear, quarterOf } from '../../../kernel/fiscal.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';

/** A new objective: a sentence, a date, somebody who stands for it. */
export const AddObjective = ({ onClose }: { readonly onClose: () => void }) => {
  const { company, today, me, ask } = useCompany();
  const year = fiscalYear(company.fiscal, Number(quarterOf(company.fiscal, today).id.slice(0, 4)));
  const [statement, setStatement] = useState('');
  const [due, setDue] = useState<Day | null>(addDays(year.to, -1));
  const [owner, setOwner] = useState<PersonId | null>(me);
  const [refused, setRefused] = useState<string | null>(null);
  const missing = statement.trim() === '' ? 'Write what the company wants to have achieved' : due === null ? 'Say by when' : null;
  const set = (): void => {
    if (missing || due === null) return;
    const answer = ask([{ type: 'objective/set', id: newId('o'), statement: statement.trim(), due, owner }]);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: 'The objective is set. An outcome makes it measurable.' });
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Set an objective"
      onSubmit={set}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={missing}>
            Set the objective
          </Button>
        </>
      }
    >
      <WordsField
        label="What do we want to have achieved?"
        hint="One sentence, in your own words. No number is needed here; outcomes carry the numbers."
        value={statement}
        onChange={setStatement}
        maxLength={300}
        autoFocus
      />
      <DateField label="By when?" value={due} onChange={setDue} />
      <PersonField label="Who stands for it?" value={owner} onChange={setOwner} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
