import { useState } from 'react';
import { Select } from '@mantine/core';
import { Button } from '../../components/Button.tsx';
import css from './NamesScreen.module.css';

type Props = {
  /** Taken unless another is chosen; absent where nothing is close. */
  readonly first?: string | undefined;
  readonly label: string;
  /** The closest first. */
  readonly candidates: readonly { readonly value: string; readonly label: string }[];
  readonly onMean: (value: string) => void;
};

/** What a name means: the closest first, confirmed by a press. */
export const MeansField = ({ label, first, candidates, onMean }: Props) => {
  const [value, setValue] = useState<string | null>(first ?? null);
  if (candidates.length === 0) return <p className="dim sm">Nothing in the list is close to it.</p>;
  return (
    <div className={css.means}>
      <Select
        aria-label={label}
        data={[...candidates]}
        value={value}
        onChange={setValue}
        searchable
        allowDeselect={false}
        placeholder="Choose"
      />
      <Button forbid={value === null ? 'Choose what it means' : null} onPress={() => value && onMean(value)}>
        Match
      </Button>
    </div>
  );
};
