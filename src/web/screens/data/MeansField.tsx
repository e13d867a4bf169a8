import { useState } from 'react';
import { Select } from '@mantine/core';
import { Button } from '../../components/Button.tsx';
import css from './NamesScreen.module.css';

type Props = {
  readonly label: string;
  readonly candidates: readonly { readonly value: string; readonly label: string }[];
  readonly onMean: (value: string) => void;
};

/** What a name means: the closest first, confirmed by a press. */
export const MeansField = ({ label, candidates, onMean }: Props) => {
  const [value, setValue] = useState<string | null>(candidates[0]?.value ?? null);
  if (candidates.length === 0) return <p className="dim sm">Nothing in the list is close to it.</p>;
  return (
    <div className={css.means}>
      <Select aria-label={label} data={[...candidates]} value={value} onChange={setValue} searchable allowDeselect={false} />
      <Button forbid={value === null ? 'Choose what it means' : null} onPress={() => value && onMean(value)}>
        Match
      </Button>
    </div>
  );
};
