import { Autocomplete, TagsInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Member, Test } from '../../../domain/audience/segment.ts';
import { isDay } from '../../../kernel/day.ts';
import type { AskableField } from '../../../views/audience/audience.ts';
import { TEST_WORDS } from '../../../views/audience/words.ts';
import { DateField } from '../../components/fields/DateField.tsx';
import { Field } from '../../components/fields/Field.tsx';
import fieldCss from '../../components/fields/Field.module.css';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import css from './Editor.module.css';
import { kindIn, testsFor, type Row } from './editing.ts';

type Props = {
  readonly row: Row;
  readonly of: Member;
  readonly fields: readonly AskableField[];
  readonly onChange: (row: Row) => void;
  readonly onRemove: (() => void) | null;
};

const DAY_WORDS: { readonly [T in 'over' | 'under']: string } = { over: 'is after', under: 'is before' };

/** One condition: field, test, value. */
export const ConditionRow = ({ row, of, fields, onChange, onRemove }: Props) => {
  const kind = kindIn(fields, row.on, row.field);
  const known = fields.find((f) => f.on === row.on && f.field === row.field);
  const tests = testsFor(kind);
  const choices = fields
    .toSorted((a, b) => Number(b.on === of) - Number(a.on === of) || b.filled / b.rows - a.filled / a.rows)
    .map((f) => ({
      value: `${f.on}.${f.field}`,
      label: f.on === of ? f.field : f.on === 'account' ? `account’s ${f.field}` : `some contact’s ${f.field}`,
    }));
  const here = `${row.on}.${row.field}`;
  const offered = row.field !== '' && !known ? [...choices, { value: here, label: `${row.field} (in no file)` }] : choices;
  const choose = (said: string | null): void => {
    if (!said) return;
    const [on, field] = [said.slice(0, said.indexOf('.')) as Member, said.slice(said.indexOf('.') + 1)];
    const able = testsFor(kindIn(fields, on, field));
    onChange({ ...row, on, field, test: row.field !== '' && able.includes(row.test) ? row.test : able[0]!, values: [''] });
  };
  return (
    <div className={css.row}>
      <SelectField label="Field" value={row.field === '' ? null : here} onChange={choose} choices={offered} placeholder="Choose" />
      <SelectField
        label="Test"
        value={row.test}
        onChange={(test) => test && onChange({ ...row, test: test as Test })}
        choices={[...new Set([...tests, row.test])].map((t) => ({
          value: t,
          label: kind === 'day' && (t === 'over' || t === 'under') ? DAY_WORDS[t] : TEST_WORDS[t],
        }))}
      />
      <Value row={row} kind={kind} top={known?.top ?? []} onChange={(values) => onChange({ ...row, values })} />
      {onRemove && (
        <IconButton label="Remove this condition" onPress={onRemove}>
          <IconX size={15} stroke={1.6} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
};

const Value = ({
  row,
  kind,
  top,
  onChange,
}: {
  readonly row: Row;
  readonly kind: string;
  readonly top: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}) => {
  const [first = ''] = row.values;
  if (row.test === 'blank' || row.test === 'filled') return <span />;
  if (row.test === 'one-of' || row.test === 'none-of')
    return (
      <Field label="Values">
        {(wired) => (
          <TagsInput
            {...wired}
            data={[...top]}
            value={row.values.filter((v) => v !== '')}
            onChange={onChange}
            placeholder="Type and press Enter"
            splitChars={[';']}
            acceptValueOnBlur
            comboboxProps={{ offset: 4, zIndex: 400 }}
            variant="unstyled"
            classNames={{ input: fieldCss.control ?? '' }}
          />
        )}
      </Field>
    );
  if (kind === 'day') return <DateField label="Day" value={isDay(first) ? first : null} onChange={(day) => onChange([day ?? ''])} />;
  if (kind === 'boolean')
    return (
      <SelectField
        label="Value"
        value={first === '' ? null : first}
        onChange={(v) => onChange([v ?? ''])}
        choices={[
          { value: 'true', label: 'yes' },
          { value: 'false', label: 'no' },
        ]}
      />
    );
  if (row.test === 'equals' || row.test === 'differs')
    return (
      <Field label="Value">
        {(wired) => (
          <Autocomplete
            {...wired}
            data={[...top]}
            value={first}
            onChange={(v) => onChange([v])}
            comboboxProps={{ offset: 4, zIndex: 400 }}
            variant="unstyled"
            classNames={{ input: fieldCss.control ?? '' }}
          />
        )}
      </Field>
    );
  return <TextField label="Value" value={first} onChange={(v) => onChange([v])} />;
};
