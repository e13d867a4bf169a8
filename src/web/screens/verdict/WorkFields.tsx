import { IconPlus } from '@tabler/icons-react';
import type { ItemId, PersonId } from '../../../kernel/ids.ts';
import { Button } from '../../components/Button.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { newId } from '../../state/ids.ts';

/** A piece of work while it is written; it counts once it has a title and days. */
export type Work = { readonly id: ItemId; readonly title: string; readonly sizeDays: number | null };

export const newWork = (title = ''): Work => ({ id: newId('w'), title, sizeDays: null });

/** The work that stands: with a title and days. */
export const worked = (work: readonly Work[], owner: PersonId | null) =>
  work.flatMap(({ id, title, sizeDays }) =>
    title.trim() === '' || sizeDays === null ? [] : [{ id, title: title.trim(), sizeDays, owner }],
  );

type Props = { readonly work: readonly Work[]; readonly onChange: (work: readonly Work[]) => void };

/** The work that a follow-up brings, a line for each piece. */
export const WorkFields = ({ work, onChange }: Props) => (
  <>
    {work.map((one, place) => {
      const set = (change: Partial<Work>): void => onChange(work.map((w) => (w.id === one.id ? { ...w, ...change } : w)));
      const nth = work.length > 1 ? ` ${place + 1}` : '';
      return (
        <Columns key={one.id}>
          <TextField label={`Work${nth}`} optional value={one.title} onChange={(title) => set({ title })} maxLength={200} />
          <NumberField label={`Person-days${nth}`} optional value={one.sizeDays} onChange={(sizeDays) => set({ sizeDays })} unit="days" />
        </Columns>
      );
    })}
    <div>
      <Button
        size="small"
        icon={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
        onPress={() => onChange([...work, newWork()])}
        forbid={work.length < 20 ? null : 'More than twenty pieces of work are a plan of their own'}
      >
        Add work
      </Button>
    </div>
  </>
);
