import { useState } from 'react';
import type { Command } from '../../../domain/book.ts';
import type { Kpi } from '../../../domain/strategy/kpi.ts';
import { Button } from '../../components/Button.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { ValueField } from '../../components/fields/ValueField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import { Form } from '../../components/Form.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import { MetricFields, metricMissing } from '../metric/MetricFields.tsx';
import { readable } from '../metric/readable.ts';

/** Changes a KPI: whatever differs is asked for together; a moved corridor or measure says why. */
export const KpiForm = ({ kpi, onDone }: { readonly kpi: Kpi; readonly onDone: () => void }) => {
  const { book, company, ask } = useCompany();
  const { id } = kpi;
  const first = readable(book, kpi.metric);
  const [name, setName] = useState(kpi.name);
  const [owner, setOwner] = useState(kpi.owner);
  const [metric, setMetric] = useState(first);
  const [overDays, setOverDays] = useState<number | null>(kpi.overDays);
  const [low, setLow] = useState(kpi.low);
  const [high, setHigh] = useState(kpi.high);
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const moved = low !== kpi.low || high !== kpi.high;
  const measured = JSON.stringify(metric) !== JSON.stringify(first) || overDays !== kpi.overDays;
  const why = { id: newId('n'), text: words.trim() };
  const commands: Command[] = [
    ...(name.trim() !== kpi.name ? [{ type: 'kpi/reword' as const, id, name: name.trim() }] : []),
    ...(owner && owner !== kpi.owner ? [{ type: 'kpi/hand-over' as const, id, owner }] : []),
    ...(measured && overDays !== null ? [{ type: 'kpi/remeasure' as const, id, metric, overDays, why: why.id }] : []),
    ...(moved ? [{ type: 'kpi/move-corridor' as const, id, low, high, why: why.id }] : []),
  ];
  const missing =
    commands.length === 0
      ? 'Nothing is changed yet'
      : (metricMissing(metric) ?? ((moved || measured) && why.text === '' ? 'Say why it changes' : null));
  const save = (): void => {
    if (missing) return;
    const answer = ask(commands, { notes: moved || measured ? [why] : [] });
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: 'Changed.' });
    onDone();
  };
  return (
    <Form onSubmit={save}>
      <TextField label="Name" value={name} onChange={setName} maxLength={120} autoFocus />
      <PersonField label="Who keeps it healthy?" value={owner} onChange={setOwner} clearable={false} />
      <Columns>
        <ValueField label="Not below" optional unit={metric.unit} currency={company.currency} value={low} onChange={setLow} />
        <ValueField label="Not above" optional unit={metric.unit} currency={company.currency} value={high} onChange={setHigh} />
      </Columns>
      <MetricFields metric={metric} onChange={setMetric} self={id} fixedUnit />
      <NumberField label="Looks back over, in days" value={overDays} onChange={setOverDays} />
      {(moved || measured) && <WordsField label="Why does it change?" value={words} onChange={setWords} />}
      {refused && <Note kind="off">{refused}</Note>}
      <div>
        <Button kind="primary" submit forbid={missing}>
          Keep the change
        </Button>
      </div>
    </Form>
  );
};
