import { useState } from 'react';
import type { Metric } from '../../../domain/strategy/metric.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { PersonField } from '../../components/fields/PersonField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { ValueField } from '../../components/fields/ValueField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { say } from '../../state/toasts.ts';
import { MetricFields, metricMissing } from '../metric/MetricFields.tsx';

/** A new KPI: what is measured, and between which bounds it is healthy. */
export const AddKpi = ({ onClose }: { readonly onClose: () => void }) => {
  const { company, me, ask } = useCompany();
  const [name, setName] = useState('');
  const [metric, setMetric] = useState<Metric>({ kind: 'reported', unit: 'percent' });
  const [overDays, setOverDays] = useState<number | null>(91);
  const [low, setLow] = useState<number | null>(null);
  const [high, setHigh] = useState<number | null>(null);
  const [owner, setOwner] = useState<PersonId | null>(me);
  const [refused, setRefused] = useState<string | null>(null);
  const missing =
    name.trim() === ''
      ? 'Give it a name'
      : (metricMissing(metric) ??
        (low === null && high === null ? 'Say below or above what it is unhealthy' : overDays === null ? 'Say over how many days' : null));
  const set = (): void => {
    if (missing || overDays === null) return;
    const answer = ask([{ type: 'kpi/set', id: newId('k'), name: name.trim(), metric, overDays, owner, low, high }]);
    if (!answer.ok) return setRefused(answer.words);
    say({ kind: 'done', text: `“${name.trim()}” is kept healthy from now on.` });
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title="Set a KPI"
      onSubmit={set}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={missing}>
            Set the KPI
          </Button>
        </>
      }
    >
      <TextField label="What do you call it?" placeholder="Win rate" value={name} onChange={setName} maxLength={120} autoFocus />
      <MetricFields metric={metric} onChange={setMetric} self={null} />
      <Columns>
        <ValueField label="Healthy from" optional unit={metric.unit} currency={company.currency} value={low} onChange={setLow} />
        <ValueField label="Healthy up to" optional unit={metric.unit} currency={company.currency} value={high} onChange={setHigh} />
      </Columns>
      <Columns>
        <NumberField label="Looks back over, in days" value={overDays} onChange={setOverDays} />
        <PersonField label="Who keeps it healthy?" value={owner} onChange={setOwner} />
      </Columns>
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
