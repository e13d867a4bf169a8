import { useState } from 'react';
import type { PersonId } from '../../../kernel/ids.ts';
import type { NotDoingLine } from '../../../views/plan/not-doing.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';

/** Writes down that somebody was told. */
export const TellDialog = ({
  period,
  line,
  onClose,
}: {
  readonly period: string;
  readonly line: NotDoingLine;
  readonly onClose: () => void;
}) => {
  const { ask } = useCompany();
  const [person, setPerson] = useState<PersonId | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const save = (): void => {
    const answer = ask([{ type: 'blueprint/tell', period, priority: line.priority, line: line.line, person: person! }]);
    if (!answer.ok) return setRefused(answer.words);
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Who was told that “${line.title}” is not done?`}
      onSubmit={() => person && save()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={person ? null : 'Choose who was told'}>
            Write it down
          </Button>
        </>
      }
    >
      <PersonField label="Who?" value={person} onChange={setPerson} clearable={false} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
