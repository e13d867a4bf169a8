import { MultiSelect } from '@mantine/core';
import { count } from '../../../views/words/format.ts';
import { Field } from '../../components/fields/Field.tsx';

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly value: readonly string[];
  readonly known: readonly { readonly name: string; readonly n: number }[];
  readonly onChange: (names: readonly string[]) => void;
};

const folded = (name: string): string => name.trim().toLowerCase();

/** Names of channels or kinds: those that touches have, with how many, and those a rule names already. */
export const NamesField = ({ label, hint, value, known, onChange }: Props) => {
  const there = new Set(known.map(({ name }) => folded(name)));
  const data = [
    ...known.map(({ name, n }) => ({ value: folded(name), label: `${name} (${count(n)})` })),
    ...value.filter((name) => !there.has(folded(name))).map((name) => ({ value: folded(name), label: `${name} (none yet)` })),
  ];
  const spelled = new Map([...known.map(({ name }) => name), ...value].map((name) => [folded(name), name]));
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {(wired) => (
        <MultiSelect
          {...wired}
          data={data}
          value={value.map(folded)}
          onChange={(names) => onChange(names.map((name) => spelled.get(name) ?? name))}
          searchable
          placeholder={value.length === 0 ? 'none' : ''}
          nothingFoundMessage="No touch has that"
          comboboxProps={{ offset: 4, zIndex: 400 }}
        />
      )}
    </Field>
  );
};
