import { useState } from 'react';
import { MEASURES, type Measure, type Metric, type Unit } from '../../../domain/strategy/metric.ts';
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
import { MEASURE_WORDS, metricWords, UNIT_WORDS } from './metric-words.ts';

const METRICS = [
  ...(Object.keys(MEASURES) as Measure[]).map((m) => ({ value: m as string, label: `${MEASURE_WORDS[m].name}, measured` })),
  ...(Object.keys(UNIT_WORDS) as Unit[]).map((u) => ({ value: u as string, label: `${UNIT_WORDS[u]}, reported` })),
];
const metricOf = (chosen: string): Metric =>
  chosen in MEASURES
    ? { kind: 'measured', measure: chosen as Measure, unit: MEASURES[chosen as Measure] }
    : { kind: 'reported', unit: chosen as Unit };

/** A new outcome: what is measured, where it stands, where it must be, by when. */
export const AddOutcome = ({ first, onClose }: { readonly first: ObjectiveId | null; readonly onClose: () => void }) => {
  const { book, company, today, me, ask } = useCompany();
  const quarter = quarterOf(company.fiscal, today);
  const objectives = [...book.objective.values()].filter((o) => !o.retired);
  const [objective, setObjective] = useState<string | null>(first ?? objectives[0]?.id ?? null);
  const [metric, setMetric] = useState<string>(company.currency ? 'open-pipeline' : 'opportunities-opened');
  const [name, setName] = useState('');
  const [from, setFrom] = useState<Day | null>(quarter.from);
  const [due, setDue] = useState<Day | null>(addDays(quarter.to, -1));
  const [baseline, setBaseline] = useState<number | null>(null);
  const [target, setTarget] = useState<number | null>(null);
  const [owner, setOwner] = useState<PersonId | null>(me);
  const [refused, setRefused] = useState<string | null>(null);
  const chosen = metricOf(metric);
  const called = name.trim() || (chosen.kind === 'measured' ? MEASURE_WORDS[chosen.measure].name : '');
  const missing =
    called === '' ? 'Give it a name' : target === null ? 'Say where it must be' : !from || !due ? 'Say from when to when' : null;
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
      <Columns>
        <SelectField
          label="What is measured?"
          hint={metricWords(chosen)}
          value={metric}
          onChange={(m) => setMetric(m ?? metric)}
          choices={METRICS.map((m) => ({ ...m, disabled: company.currency === null && metricOf(m.value).unit === 'money' }))}
        />
        <TextField
          label="What do you call it?"
          hint="As it will be signed."
          placeholder={chosen.kind === 'measured' ? MEASURE_WORDS[chosen.measure].name : 'Expansion meetings held'}
          value={name}
          onChange={setName}
          maxLength={120}
        />
      </Columns>
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
