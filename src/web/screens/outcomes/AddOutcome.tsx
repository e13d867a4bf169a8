import { useState } from 'react';
import { MEASURE_NAMES, MEASURES, type Metric } from '../../../domain/strategy/metric.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import { quarterOf } from '../../../kernel/fiscal.ts';
import type { ObjectiveId, PersonId } from '../../../kernel/ids.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { ValueField } from '../../components/fields/ValueField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import { MetricFields, metricMissing } from '../metric/MetricFields.tsx';

/** A new outcome: what is measured, where it stands, where it must be, by when. */
export const AddOutcome = ({ first, onClose }: { readonly first: ObjectiveId | null; readonly onClose: () => void }) => {
  const { book, company, today, me, ask } = useCompany();
  const quarter = quarterOf(company.fiscal, today);
  const objectives = [...book.objective.values()].filter((o) => !o.retired);
  const [objective, setObjective] = useState<string | null>(first ?? objectives[0]?.id ?? null);
  const [chosen, setMetric] = useState<Metric>(() => {
    const measure = company.currency ? 'open-pipeline' : 'opportunities-opened';
    return { kind: 'measured', measure, unit: MEASURES[measure] };
  });
  const [name, setName] = useState('');
  const [from, setFrom] = useState<Day | null>(quarter.from);
  const [due, setDue] = useState<Day | null>(addDays(quarter.to, -1));
  const [baseline, setBaseline] = useState<number | null>(null);
  const [target, setTarget] = useState<number | null>(null);
  const [owner, setOwner] = useState<PersonId | null>(me);
  const [refused, setRefused] = useState<string | null>(null);
  const called = name.trim() || (chosen.kind === 'measured' ? MEASURE_NAMES[chosen.measure] : '');
  const missing =
    metricMissing(chosen) ??
    (called === '' ? 'Give it a name' : target === null ? 'Say where it must be' : !from || !due ? 'Say from when to when' : null);
  const add = (): void => {
    if (missing || target === null || !from || !due || !objective) return;
    const answer = ask([
      {
        type: 'outcome/add',
        id: newId('u'),
        objective: objective as ObjectiveId,
        owner,
        name: called,
        metric: chosen,
        from,
        due,
        baseline,
        target,
      },
    ]);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `“${called}” is named.` });
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title="Name an outcome"
      onSubmit={add}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={missing}>
            Name the outcome
          </Button>
        </>
      }
    >
      <SelectField
        label="Which objective does it make measurable?"
        value={objective}
        onChange={setObjective}
        choices={objectives.map((o) => ({ value: o.id, label: o.statement }))}
      />
      <MetricFields metric={chosen} onChange={setMetric} self={null} />
      <TextField
        label="What do you call it?"
        hint="As it will be signed."
        placeholder={chosen.kind === 'measured' ? MEASURE_NAMES[chosen.measure] : 'Expansion meetings held'}
        value={name}
        onChange={setName}
        maxLength={120}
      />
      <Columns>
        <ValueField
          label="Where does it stand before?"
          optional
          unit={chosen.unit}
          currency={company.currency}
          value={baseline}
          onChange={setBaseline}
        />
        <ValueField label="Where must it be?" unit={chosen.unit} currency={company.currency} value={target} onChange={setTarget} />
      </Columns>
      <Columns>
        <DateField label="From" value={from} onChange={setFrom} />
        <DateField label="By" value={due} onChange={setDue} />
      </Columns>
      <PersonField label="Who stands for it?" value={owner} onChange={setOwner} />
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
