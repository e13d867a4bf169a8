import { useState } from 'react';
import { IconPlus } from '@tabler/icons-react';
import type { Phase } from '../../../domain/workshop/agenda.ts';
import type { Workshop } from '../../../domain/workshop/workshop.ts';
import { isOpen } from '../../../domain/workshop/workshop.ts';
import { localTime } from '../../../kernel/zone.ts';
import { tally } from '../../../views/words/format.ts';
import { begunOf, KINDS, kindKey, kindWords, minutesOf, moved, stepOf } from '../../../views/workshop/steps.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Note } from '../../components/Note.tsx';
import { useCompany } from '../../state/company.tsx';
import { AgendaRow } from './AgendaRow.tsx';
import css from './AgendaDialog.module.css';

type Row = { readonly key: number; readonly step: Phase };

/** The agenda by hand: order, minutes, what comes in and what goes out. Steps that were begun stand; the rest is still open. */
export const AgendaDialog = ({ workshop, onClose }: { readonly workshop: Workshop; readonly onClose: () => void }) => {
  const { ask, company } = useCompany();
  const [rows, setRows] = useState<readonly Row[]>(() => workshop.agenda.map((step, key) => ({ key, step })));
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const first = begunOf(workshop.gone);
  const steps = rows.map(({ step }) => step);
  const minutes = minutesOf(steps);
  const missing = steps.some(({ title }) => title.trim() === '')
    ? 'A step has no name'
    : steps.length === 0
      ? 'An agenda has a step'
      : null;
  const move = (from: number, to: number): void => {
    const next = moved(steps, from, to, first);
    if (next === steps) return;
    setRows(next.map((step) => rows.find((row) => row.step === step)!));
    setSaid(`${steps[from]!.title} is step ${to + 1} of ${steps.length}.`);
    // The row moves in the page, and the focus with it.
    const focus = document.activeElement;
    requestAnimationFrame(() => focus instanceof HTMLElement && focus.focus());
  };
  const add = (key: string): void => {
    const kind = KINDS.find((one) => kindKey(one) === key);
    if (!kind) return;
    const step = { ...stepOf(kind) };
    setRows([...rows, { key: Math.max(-1, ...rows.map((row) => row.key)) + 1, step }]);
    setSaid(`${step.title} was added as step ${rows.length + 1}.`);
  };
  const keep = (): void => {
    if (missing) return;
    const answer = ask([{ type: 'workshop/set-agenda', id: workshop.id, agenda: steps }]);
    if (answer.ok) onClose();
    else setRefused(answer.words);
  };
  const ends = new Date(Date.parse(workshop.starts) + minutes * 60_000).toISOString();
  return (
    <Dialog
      title="Agenda"
      opened
      wide
      onClose={onClose}
      onSubmit={keep}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit forbid={missing}>
            Keep this agenda
          </Button>
        </>
      }
    >
      <p className={css.sum} aria-live="polite">
        {tally(steps.length, 'step')}, {minutes} minutes
        {!isOpen(workshop) &&
          `: from ${localTime(company.zone, workshop.starts).slice(11, 16)} to ${localTime(company.zone, ends).slice(11, 16)}`}
        .{first > 0 && ` What was begun stands; ${first === steps.length ? 'nothing is' : 'the rest is'} still to come.`}
      </p>
      <ol className={css.rows} aria-label="Steps">
        {rows.map(({ key, step }, n) =>
          n < first ? (
            <li key={key} className={css.begun}>
              <span>{step.title}</span>
              <small>begun, {step.minutes} minutes</small>
            </li>
          ) : (
            <AgendaRow
              key={key}
              step={step}
              top={n === first}
              bottom={n === rows.length - 1}
              onMove={(by) => move(n, n + by)}
              onChange={(next) => setRows(rows.map((row) => (row.key === key ? { key, step: next } : row)))}
              onRemove={() => {
                setRows(rows.filter((row) => row.key !== key));
                setSaid(`${step.title} was taken out.`);
              }}
            />
          ),
        )}
      </ol>
      <label className={css.add}>
        <IconPlus size={15} stroke={1.8} aria-hidden="true" />
        <select value="" onChange={(event) => add(event.target.value)} aria-label="Add a step">
          <option value="">Add a step …</option>
          {KINDS.map((kind) => (
            <option key={kindKey(kind)} value={kindKey(kind)}>
              {kindWords(kind)}
            </option>
          ))}
        </select>
      </label>
      <p className={css.hint}>Alt with an arrow moves a step.</p>
      <p className="unseen" role="status">
        {said}
      </p>
      {refused && <Note kind="off">{refused}</Note>}
    </Dialog>
  );
};
