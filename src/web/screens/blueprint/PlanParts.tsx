import { useState } from 'react';
import { MultiSelect } from '@mantine/core';
import type { Priority } from '../../../domain/blueprint/priority.ts';
import { isAgreed } from '../../../domain/blueprint/blueprint.ts';
import { milestonesOf } from '../../../domain/blueprint/milestone.ts';
import { dayWords, days, quarterWords } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Columns } from '../../components/fields/Columns.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { Field } from '../../components/fields/Field.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import css from './PlanParts.module.css';

/** Milestones, what it waits for, and its days by skill: the parts of a priority that the Blueprint agrees. */
export const PlanParts = ({ priority }: { readonly priority: Priority }) => {
  const { book, today, may, ask } = useCompany();
  const [title, setTitle] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const [skill, setSkill] = useState('');
  const [skillDays, setSkillDays] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const { id, period } = priority;
  const agreed = isAgreed(book.blueprint.get(period));
  const edits = may('milestone/set') && !agreed && !priority.retired;
  const marks = milestonesOf(book, id);
  const decide = (commands: Parameters<typeof ask>[0]): boolean => {
    const answer = ask(commands);
    setRefused(answer.ok ? null : answer.words);
    return answer.ok;
  };
  const others = [...book.priority.values()]
    .filter((p) => p.period === period && p.id !== id && !p.retired)
    .map((p) => ({ value: p.id, label: p.title }));
  return (
    <section className={css.parts}>
      <h3>In the Blueprint</h3>
      {agreed && <p className="dim sm">The Blueprint for {quarterWords(period)} is agreed: it changes by “in, therefore out”.</p>}
      <dl className={css.facts}>
        <dt>Milestones</dt>
        <dd>
          {marks.length === 0 && 'none'}
          <ul>
            {marks.map((m) => (
              <li key={m.id}>
                {m.title}, {dayWords(m.day, today)}
                {m.reached && `, reached ${dayWords(m.reached, today)}`}{' '}
                {edits && (
                  <Button size="small" kind="quiet" onPress={() => decide([{ type: 'milestone/remove', id: m.id }])}>
                    Remove
                  </Button>
                )}
                {!m.reached && may('milestone/reach') && !edits && (
                  <Button size="small" kind="quiet" onPress={() => decide([{ type: 'milestone/reach', id: m.id, on: today }])}>
                    Reached today
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </dd>
        <dt>Waits for</dt>
        <dd>{priority.dependsOn.map((p) => book.priority.get(p)?.title ?? p).join(', ') || 'nothing'}</dd>
        <dt>By skill</dt>
        <dd>{priority.skills.map((s) => `${days(s.days)} of ${s.skill}`).join(', ') || 'not split'}</dd>
      </dl>
      {edits && (
        <>
          <Columns>
            <TextField label="New milestone" value={title} onChange={setTitle} maxLength={80} />
            <DateField label="By" value={day} onChange={setDay} />
          </Columns>
          <div>
            <Button
              size="small"
              forbid={title.trim() === '' || !day ? 'Say what can be seen, and by when' : null}
              onPress={() => {
                if (decide([{ type: 'milestone/set', id: newId('m'), priority: id, title, day: day! }])) setTitle('');
              }}
            >
              Add the milestone
            </Button>
          </div>
          <Field label="Waits for" hint="Priorities that must have ended before this one starts.">
            {(wired) => (
              <MultiSelect
                {...wired}
                data={others}
                value={[...priority.dependsOn]}
                onChange={(on) => decide([{ type: 'priority/depend', id, on }])}
                nothingFoundMessage="No other priority"
                comboboxProps={{ zIndex: 400 }}
              />
            )}
          </Field>
          <Columns>
            <TextField label="Skill" value={skill} onChange={setSkill} maxLength={60} />
            <NumberField label="Its days" unit="days" value={skillDays} onChange={setSkillDays} />
          </Columns>
          <div>
            <Button
              size="small"
              forbid={skill.trim() === '' || skillDays === null ? 'Name the skill and its days; 0 takes it off' : null}
              onPress={() => {
                const rest = priority.skills.filter((s) => s.skill.toLowerCase() !== skill.trim().toLowerCase());
                const skills = skillDays! > 0 ? [...rest, { skill: skill.trim(), days: skillDays! }] : rest;
                if (decide([{ type: 'priority/split', id, skills }])) {
                  setSkill('');
                  setSkillDays(null);
                }
              }}
            >
              Split it by skill
            </Button>
          </div>
        </>
      )}
      {refused && <Note kind="off">{refused}</Note>}
    </section>
  );
};
