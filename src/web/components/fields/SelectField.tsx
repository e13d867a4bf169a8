import { Select, type ComboboxData } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Field, type FieldProps } from './Field.tsx';
import css from './Field.module.css';

export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
  /** Choices of one group stand under its name. */
  readonly group?: string;
};
type Props = FieldProps & {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly choices: readonly Choice[];
  readonly placeholder?: string;
  /** Nothing may be chosen. */
  readonly clearable?: boolean;
};

/** One of a list; long lists can be searched by typing. */
export const SelectField = ({ value, onChange, choices, placeholder, clearable, ...field }: Props) => (
  <Field {...field}>
    {(wired) => (
      <Select
        {...wired}
        data={grouped(choices)}
        value={value}
        onChange={onChange}
        placeholder={placeholder}
        searchable={choices.length > 8}
        clearable={clearable ?? false}
        allowDeselect={clearable ?? false}
        nothingFoundMessage="Nothing like that"
        checkIconPosition="right"
        comboboxProps={{ offset: 4, zIndex: 400 }}
        classNames={{ input: css.control ?? '' }}
        rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden="true" />}
        rightSectionPointerEvents="none"
        variant="unstyled"
      />
    )}
  </Field>
);

/** Under the names of their groups, in the order in which those come first; as they are where there are none, or one. */
const grouped = (choices: readonly Choice[]): ComboboxData => {
  const groups = Map.groupBy(choices, ({ group }) => group ?? '');
  const bare = ({ value, label, disabled }: Choice) => ({ value, label, disabled: disabled ?? false });
  return groups.size < 2 ? choices.map(bare) : [...groups].map(([group, items]) => ({ group, items: items.map(bare) }));
};
