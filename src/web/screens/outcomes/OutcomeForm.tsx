import { useState } from 'react';
import type { Command } from '../../../domain/book.ts';
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import type { ObjectiveId } from '../../../kernel/ids.ts';
import { quarterWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { ValueField } from '../../components/fields/ValueField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Form } from '../../components/Form.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';

type Props = {
  readonly outcome: Outcome;
  /** The Guidepoint that holds target and date; null where they are free. */ readonly locked: string | null;
  readonly onDone: () => void;
};

/** Changes an outcome: whatever differs is asked for together; a moved number says why. */
export const OutcomeForm = ({ outcome, locked, onDone }: Props) => {
  const { book, company, ask } = useCompany();
  const { id, metric } = outcome;
  const [name, setName] = useState(outcome.name);
  const [objective, setObjective] = useState<string | null>(outcome.objective);
  const [owner, setOwner] = useState(outcome.owner);
  const [target, setTarget] = useState<number | null>(outcome.target);
  const [due, setDue] = useState<string | null>(outcome.due);
  const [baseline, setBaseline] = useState(outcome.baseline);
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const moves = target !== null && due !== null && (target !== outcome.target || due !== outcome.due);
  const corrects = baseline !== null && baseline !== outcome.baseline;
  const why = { id: newId('n'), text: words.trim() };
  const commands: Command[] = [
    ...(name.trim() !== outcome.name ? [{ type: 'outcome/reword' as const, id, name: name.trim() }] : []),
    ...(objective && objective !== outcome.objective ? [{ type: 'outcome/link' as const, id, objective: objective as ObjectiveId }] : []),
    ...(owner && owner !== outcome.owner ? [{ type: 'outcome/hand-over' as const, id, owner }] : []),
    ...(moves ? [{ type: 'outcome/move-target' as const, id, target, due, why: why.id }] : []),
    ...(corrects ? [{ type: 'outcome/correct-baseline' as const, id, baseline, why: why.id }] : []),
  ];
  const missing =
    commands.length === 0 ? 'Nothing is changed yet' : (moves || corrects) && words.trim() === '' ? 'Say why the number moves' : null;
  const save = (): void => {
    if (missing) return;
    const answer = ask(commands, { notes: moves || corrects ? [why] : [] });
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: 'Changed.' });
    onDone();
  };
  return (
    <Form onSubmit={save}>
      <TextField label="Name" value={name} onChange={setName} maxLength={120} autoFocus />
      <SelectField
        label="Makes measurable"
        value={objective}
        onChange={setObjective}
        choices={[...book.objective.values()]
          .filter((o) => !o.retired || o.id === outcome.objective)
          .map((o) => ({ value: o.id, label: o.statement }))}
      />
      <PersonField label="Who stands for it?" value={owner} onChange={setOwner} clearable={false} />
      {!locked && (
        <ValueField label="Where it began" unit={metric.unit} currency={company.currency} value={baseline} onChange={setBaseline} />
      )}
      {locked ? (
        <Note kind="plain">Baseline, target and date are agreed in the Guidepoint for {quarterWords(locked)}. Ask for a change there.</Note>
      ) : (
        <Columns>
          <ValueField label="Target" unit={metric.unit} currency={company.currency} value={target} onChange={setTarget} />
          <DateField label="By" value={due} onChange={setDue} earliest={outcome.from} />
        </Columns>
      )}
      {(moves || corrects) && <WordsField label="Why does the number move?" value={words} onChange={setWords} />}
      {refused && <Note kind="off">{refused}</Note>}
      <div>
        <Button kind="primary" submit forbid={missing}>
          Keep the change
        </Button>
      </div>
    </Form>
  );
};
