import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';
import { draftOf, personCommands } from './person-draft.ts';
import { PersonFields } from './PersonFields.tsx';

/** Records what a member of the company can give. `from` is the first day of the quarter that is looked at. */
export const RecordPerson = ({ from, onClose }: { readonly from: Day; readonly onClose: () => void }) => {
  const { book, ask, nameOf } = useCompany();
  const [person, setPerson] = useState<PersonId | null>(null);
  const [draft, setDraft] = useState(() => draftOf(book, null, from));
  const [refused, setRefused] = useState<string | null>(null);
  const add = (): void => {
    if (person === null || draft.hours === null) return;
    const answer = ask(personCommands(book, person, draft));
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `${nameOf(person)} is counted.` });
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title="Record what a person can give"
      onSubmit={add}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            submit
            forbid={person === null ? 'Choose a person' : draft.hours === null ? 'Say how many hours a week' : null}
          >
            Record
          </Button>
        </>
      }
    >
      <PersonField
        label="Person"
        hint="A member of the company. New people are invited under People and settings."
        clearable={false}
        value={person}
        onChange={setPerson}
        among={(id) => (book.capacity.get(id)?.hours.length ?? 0) === 0}
      />
      <PersonFields draft={draft} onChange={setDraft} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
