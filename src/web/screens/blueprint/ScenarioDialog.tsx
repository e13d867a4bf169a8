import { useState } from 'react';
import type { Edit } from '../../../domain/blueprint/edits.ts';
import { withEdits } from '../../../domain/blueprint/edits.ts';
import type { Plan, PlanLine } from '../../../domain/blueprint/plan.ts';
import type { Scenario } from '../../../domain/blueprint/scenario.ts';
import type { PriorityId } from '../../../kernel/ids.ts';
import { days } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Note } from '../../components/Note.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useCompany } from '../../state/company.tsx';
import { newId } from '../../state/ids.ts';
import { useRule } from '../../state/rule.ts';
import { emptyPriority, PriorityFields, type PriorityDraft } from '../work/PriorityFields.tsx';
import css from './Dialogs.module.css';
import { WhatChanges } from './WhatChanges.tsx';

type Choice = 'keep' | 'out' | 'less';

/** A scenario in the making: what stays, what goes, what takes fewer days, and one new priority. */
export const ScenarioDialog = ({
  period,
  base,
  scenario,
  onClose,
}: {
  readonly period: string;
  readonly base: Plan;
  readonly scenario: Scenario | null;
  readonly onClose: () => void;
}) => {
  const { book, company, ask } = useCompany();
  const [id] = useState(() => scenario?.id ?? newId('v'));
  const [fresh] = useState(() => newId('r'));
  const [note] = useState(() => newId('n'));
  const [name, setName] = useState(scenario?.name ?? '');
  const [edits, setEdits] = useState<readonly Edit[]>(scenario?.edits ?? []);
  const [adding, setAdding] = useState<PriorityDraft | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const about = (line: PlanLine): Edit | undefined =>
    edits.find((e) => (e.edit === 'out' && e.priority === line.id) || (e.edit === 'alter' && e.line.id === line.id));
  const without = (of: PriorityId): Edit[] =>
    edits.filter((e) => !((e.edit === 'out' && e.priority === of) || (e.edit === 'alter' && e.line.id === of)));
  const set = (line: PlanLine, choice: Choice, effortDays = line.effortDays): void => {
    const rest = without(line.id);
    setEdits(
      choice === 'keep'
        ? rest
        : choice === 'out'
          ? [...rest, { edit: 'out', priority: line.id, spentDays: 0, spentMinor: null, why: note }]
          : [...rest, { edit: 'alter', line: { ...line, effortDays, skills: [] } }],
    );
  };
  const command = scenario
    ? ({ type: 'scenario/edit', id, edits } as const)
    : ({ type: 'scenario/try', id, period, name: name.trim() || 'Scenario', edits } as const);
  const rule = useRule([command]);
  const missing = name.trim() === '' ? 'Give it a name' : edits.length === 0 ? 'Change something' : rule;
  const save = (): void => {
    const renamed = scenario && name.trim() !== scenario.name ? [{ type: 'scenario/rename' as const, id, name }] : [];
    const answer = ask([command, ...renamed], { notes: [{ id: note, text: `Out in the scenario “${name.trim()}”.` }] });
    if (!answer.ok) return setRefused(answer.words);
    onClose();
  };
  return (
    <Dialog
      opened
      wide
      onClose={onClose}
      title={scenario ? `Change “${scenario.name}”` : 'Try a scenario'}
      onSubmit={() => !missing && save()}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={missing}>
            Keep the scenario
          </Button>
        </>
      }
    >
      <TextField label="Name" placeholder="Webinars instead of the fair" value={name} onChange={setName} maxLength={80} autoFocus />
      <fieldset className={css.drops}>
        <legend>What of the plan?</legend>
        {base.lines.map((line) => {
          const edit = about(line);
          const choice: Choice = edit?.edit === 'out' ? 'out' : edit ? 'less' : 'keep';
          return (
            <div key={line.id} className={css.pick}>
              <span>
                {line.title}
                <small className="dim"> {days(line.effortDays)}</small>
              </span>
              <Segments
                label={`What becomes of ${line.title}`}
                value={choice}
                onChoose={(c) => set(line, c)}
                choices={[
                  { value: 'keep', text: 'Stays' },
                  { value: 'less', text: 'Other days' },
                  { value: 'out', text: 'Goes out' },
                ]}
              />
              {choice === 'less' && edit?.edit === 'alter' && (
                <NumberField label="Days" unit="days" value={edit.line.effortDays} onChange={(n) => n !== null && set(line, 'less', n)} />
              )}
            </div>
          );
        })}
      </fieldset>
      {edits.map((e) =>
        e.edit === 'in' ? (
          <p key={e.line.id} className="sm">
            <b>In:</b> {e.line.title}, {days(e.line.effortDays)}{' '}
            <Button size="small" kind="quiet" onPress={() => setEdits(edits.filter((other) => other !== e))}>
              Leave it out
            </Button>
          </p>
        ) : null,
      )}
      {adding ? (
        <div className={css.form}>
          <PriorityFields draft={adding} onChange={setAdding} />
          <Button
            size="small"
            forbid={adding.title.trim() === '' || adding.effortDays === null ? 'Give it a title and its days' : null}
            onPress={() => {
              const line = { ...adding, effortDays: adding.effortDays ?? 0, id: edits.some((e) => e.edit === 'in') ? newId('r') : fresh };
              setEdits([...edits, { edit: 'in', line: { ...line, dependsOn: [], skills: [], milestones: [] } }]);
              setAdding(null);
            }}
          >
            Take it in
          </Button>
        </div>
      ) : (
        <div>
          <Button size="small" onPress={() => setAdding(emptyPriority(company.fiscal, period))}>
            Take a new priority in
          </Button>
        </div>
      )}
      {edits.length > 0 && <WhatChanges was={base} now={withEdits(base, edits)} names={['Now', 'Then']} />}
      {book.scenario.size === 0 && <p className="mut sm">It changes nothing until it is chosen.</p>}
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
