import { useState } from 'react';
import type { Command } from '../../../domain/book.ts';
import type { Objective } from '../../../domain/strategy/objective.ts';
import { Button } from '../../components/Button.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Form } from '../../components/Form.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { say } from '../../state/toasts.ts';

/** Rewords it, moves its date, hands it over: whatever differs is asked for together. */
export const ObjectiveForm = ({ objective, onDone }: { readonly objective: Objective; readonly onDone: () => void }) => {
  const { ask } = useCompany();
  const [statement, setStatement] = useState(objective.statement);
  const [due, setDue] = useState<string | null>(objective.due);
  const [owner, setOwner] = useState(objective.owner);
  const [refused, setRefused] = useState<string | null>(null);
  const { id } = objective;
  const commands: Command[] = [
    ...(statement.trim() !== objective.statement ? [{ type: 'objective/reword' as const, id, statement: statement.trim() }] : []),
    ...(due && due !== objective.due ? [{ type: 'objective/move-due' as const, id, due }] : []),
    ...(owner && owner !== objective.owner ? [{ type: 'objective/hand-over' as const, id, owner }] : []),
  ];
  const save = (): void => {
    if (commands.length === 0) return onDone();
    const answer = ask(commands);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: 'Changed.' });
    onDone();
  };
  return (
    <Form onSubmit={save}>
      <WordsField label="Objective" value={statement} onChange={setStatement} maxLength={300} autoFocus />
      <DateField label="By when?" value={due} onChange={setDue} />
      <PersonField label="Who stands for it?" value={owner} onChange={setOwner} clearable={false} />
      {refused && <Note kind="off">{refused}</Note>}
      <div>
        <Button kind="primary" submit forbid={commands.length === 0 ? 'Nothing is changed yet' : null}>
          Keep the change
        </Button>
      </div>
    </Form>
  );
};
