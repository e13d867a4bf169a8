import { useState } from 'react';
import type { Item, SkillDays } from '../../../domain/backlog/item.ts';
import { practiceOf, SHIRTS, shirtDays, type Shirt } from '../../../domain/backlog/practice.ts';
import type { Command } from '../../../domain/book.ts';
import { days } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useCompany } from '../../state/company.tsx';

type Way = 'days' | 'skills' | 'shirt';

/** Sizes an item: as one number, by skill, or as a t-shirt. */
export const SizeDialog = ({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) => {
  const { ask, book } = useCompany();
  const [way, setWay] = useState<Way>(item.shirt ? 'shirt' : item.bySkill.length > 0 ? 'skills' : 'days');
  const [whole, setWhole] = useState<number | null>(item.sizeDays);
  const [parts, setParts] = useState<readonly { readonly skill: string; readonly days: number | null }[]>(
    item.bySkill.length > 0 ? item.bySkill : skillsOf(book).map((skill) => ({ skill, days: null })),
  );
  const [shirt, setShirt] = useState<Shirt | null>(item.shirt);
  const [refused, setRefused] = useState<string | null>(null);
  const means = shirtDays(practiceOf(book), item.team);
  const bySkill = parts.filter((p): p is SkillDays => p.days !== null && p.skill.trim() !== '');
  const { id } = item;
  const command: Command | null =
    way === 'days'
      ? whole === null
        ? null
        : { type: 'item/size', id, sizeDays: whole }
      : way === 'skills'
        ? bySkill.length === 0
          ? null
          : { type: 'item/size-by-skill', id, bySkill }
        : shirt === null
          ? null
          : { type: 'item/size-shirt', id, shirt };
  const save = (): void => {
    if (!command) return;
    const answer = ask([command]);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  const set = (n: number, change: Partial<{ skill: string; days: number | null }>): void =>
    setParts(parts.map((part, i) => (i === n ? { ...part, ...change } : part)));
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Size of ${item.ref}`}
      onSubmit={save}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={command ? null : 'Say how much work it is'}>
            Keep the size
          </Button>
        </>
      }
    >
      <Segments
        label="How to size it"
        value={way}
        onChoose={setWay}
        choices={[
          { value: 'days', text: 'In days' },
          { value: 'skills', text: 'By skill' },
          { value: 'shirt', text: 'T-shirt' },
        ]}
      />
      {way === 'days' && (
        <NumberField label="Size" unit="days" hint="Person-days of everybody together." value={whole} onChange={setWhole} />
      )}
      {way === 'skills' && (
        <>
          {parts.map((part, n) => (
            <Columns key={n}>
              <TextField label={`Skill ${n + 1}`} value={part.skill} onChange={(skill) => set(n, { skill })} maxLength={60} />
              <NumberField label="Person-days" unit="days" value={part.days} onChange={(d) => set(n, { days: d })} />
            </Columns>
          ))}
          <Button kind="quiet" size="small" onPress={() => setParts([...parts, { skill: '', days: null }])}>
            Add a skill
          </Button>
          <p className="mut sm">Together {days(Math.round(bySkill.reduce((sum, p) => sum + p.days, 0) * 100) / 100)}.</p>
        </>
      )}
      {way === 'shirt' && (
        <ChoiceField
          label="Size"
          value={shirt}
          onChange={setShirt}
          options={SHIRTS.map((size) => ({
            value: size,
            text: size,
            small: means ? days(means[size]) : 'not calibrated yet: what it means in days, the Practice page says',
          }))}
        />
      )}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};

/** Skills that people of the company have. */
const skillsOf = (book: ReturnType<typeof useCompany>['book']): string[] => {
  const skills = [...new Set([...book.capacity.values()].flatMap((p) => p.skills.map((s) => s.skill)))];
  return skills.length > 0 ? skills.slice(0, 6) : [''];
};
