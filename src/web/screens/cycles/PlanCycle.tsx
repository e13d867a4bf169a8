import { useState } from 'react';
import { useLocation } from 'wouter';
import { lastWorkingDay } from '../../../domain/backlog/cycle.ts';
import { addDays, weekday, type Day } from '../../../kernel/day.ts';
import type { TeamId } from '../../../kernel/ids.ts';
import { dayWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';

/** Asks for a new cycle: from when, how long, whose. */
export const PlanCycle = ({ onClose }: { readonly onClose: () => void }) => {
  const { book, ask, today } = useCompany();
  const [, go] = useLocation();
  const last = [...book.cycle.values()].filter((c) => !c.retired).toSorted((a, b) => b.to.localeCompare(a.to))[0];
  const [from, setFrom] = useState<Day | null>(nextMonday(last && last.to >= today ? last.to : addDays(today, -1)));
  const [length, setLength] = useState<'5' | '10'>(String(last?.days ?? 10) as '5' | '10');
  const [team, setTeam] = useState<TeamId | null>(last?.team ?? null);
  const [refused, setRefused] = useState<string | null>(null);
  const teams = [...book.team.values()].filter((t) => !t.retired);
  const plan = (): void => {
    if (!from) return;
    const id = newId('y');
    const answer = ask([{ type: 'cycle/plan', id, team, from, days: Number(length) }]);
    if (!answer.ok) return setRefused(answer.words);
    onClose();
    go(`/work/cycles/${id}`);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Plan a cycle"
      onSubmit={plan}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={from ? null : 'Say from when'}>
            Plan it
          </Button>
        </>
      }
    >
      <DateField label="From" value={from} onChange={setFrom} />
      <ChoiceField
        label="How long"
        value={length}
        onChange={setLength}
        options={(['5', '10'] as const).map((n) => ({
          value: n,
          text: `${n} working days`,
          small: from ? `until ${dayWords(lastWorkingDay(from, Number(n)), today)}` : undefined,
        }))}
      />
      {teams.length > 0 && (
        <SelectField
          label="Team"
          optional
          clearable
          placeholder="All teams"
          value={team}
          onChange={(id) => setTeam(id as TeamId | null)}
          choices={teams.map((t) => ({ value: t.id, label: t.name }))}
        />
      )}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};

/** The first Monday after a day. */
const nextMonday = (day: Day): Day => addDays(day, 8 - weekday(day));
