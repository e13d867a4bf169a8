import { STAGES_HINT, SOURCES } from './counted-words.ts';
import type { Counted } from '../../../domain/campaign/criteria.ts';
import { Columns } from '../../components/fields/Columns.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';

type Props = { readonly label: string; readonly value: Counted; readonly onChange: (value: Counted) => void };

const named = (c: Counted): string => (c.what === 'hand' ? c.name : c.what === 'touch' ? c.kind : c.what === 'stage' ? c.stage : '');
const withName = (what: Counted['what'], name: string): Counted =>
  what === 'hand' ? { what, name } : what === 'touch' ? { what, kind: name } : what === 'stage' ? { what, stage: name } : { what };

/** What is counted: told by hand in one's own words, or counted from facts. */
export const CountedField = ({ label, value, onChange }: Props) => (
  <Columns>
    <SelectField
      label={label}
      value={value.what}
      onChange={(what) => what && onChange(withName(what as Counted['what'], named(value)))}
      choices={SOURCES}
    />
    {(value.what === 'hand' || value.what === 'touch' || value.what === 'stage') && (
      <TextField
        label={value.what === 'hand' ? 'In your words' : value.what === 'touch' ? 'Kind of touch' : 'Stage'}
        hint={value.what === 'stage' ? STAGES_HINT : undefined}
        value={named(value)}
        onChange={(name) => onChange(withName(value.what, name))}
        maxLength={120}
      />
    )}
  </Columns>
);
