import { useState, type ReactNode } from 'react';
import { capital, count, list, plural, tally } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import { Status, type StatusKind } from '../../components/Status.tsx';
import { Table, type Column } from '../../components/Table.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import type { Output } from '../../state/api.ts';
import css from './FolderPage.module.css';
import { ENTITY } from './words.ts';

export type Plan = Output<'import-plan'>;
type Planned = Plan['files'][number];

type Props = {
  readonly plan: Plan;
  readonly answers: { readonly [question: string]: string };
  readonly busy: string | null;
  readonly trouble: ReactNode;
  readonly onAnswer: (question: string, option: string) => void;
  /** Looks at one file by itself, with its mapping. */
  readonly onLook: (file: Planned) => void;
  readonly onDrop: () => void;
  readonly onLoad: (files: readonly Planned[]) => void;
};

const STATES: { readonly [S in Planned['state']]: { readonly kind: StatusKind; readonly text: string } } = {
  ready: { kind: 'on', text: 'Ready' },
  question: { kind: 'risk', text: 'Asks you' },
  known: { kind: 'unknown', text: 'Loaded before' },
  twice: { kind: 'unknown', text: 'Twice here' },
  unknown: { kind: 'off', text: 'Not known' },
  refused: { kind: 'off', text: 'Cannot be read' },
};

const keyOf = ({ file, sheet }: Planned): string => `${file}/${sheet ?? ''}`;
const called = ({ name, sheet }: Planned): string => (sheet === null ? name : `${name}, sheet ${sheet}`);

const titleOf = ({ totals }: Plan, loading: number): string => {
  if (loading === 0 && totals.waiting === 0) return 'No file of these is ready; each says what it needs.';
  const ready = `${capital(plural(loading, 'file is', 'files are'))} ready with ${tally(totals.rows, 'row')}.`;
  const asks = totals.waiting > 0 ? ` ${capital(plural(totals.waiting, 'file asks', 'files ask'))} you first.` : '';
  return `${ready}${asks}`;
};

/** Several files as one plan: what is what, in which order, what is unclear. Nothing is written yet. */
export const FolderPage = ({ plan, answers, busy, trouble, onAnswer, onLook, onDrop, onLoad }: Props) => {
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const loading = plan.files.filter((one) => one.state === 'ready' && !out.has(keyOf(one)));
  const rows = loading.reduce((sum, one) => sum + one.rows - one.held, 0);
  const held = loading.reduce((sum, one) => sum + one.held, 0);
  const needing = plan.files.filter(({ state }) => state === 'question' || state === 'unknown' || state === 'refused');
  const flip = (one: Planned): void => {
    const next = new Set(out);
    if (!next.delete(keyOf(one))) next.add(keyOf(one));
    setOut(next);
  };
  const columns: Column<Planned>[] = [
    { key: 'place', head: 'Order', number: true, width: '64px', cell: (one) => one.place ?? '' },
    {
      key: 'file',
      head: 'File',
      cell: (one) => (
        <span className={out.has(keyOf(one)) ? css.out : ''}>
          <b>{called(one)}</b>
          {one.after.length > 0 && <span className={css.after}>after {list(one.after)}</span>}
        </span>
      ),
    },
    {
      key: 'is',
      head: 'Is',
      cell: (one) => one.what || <span className="dim">nobody can say</span>,
    },
    { key: 'new', head: 'New', number: true, cell: (one) => newIn(one) },
    { key: 'rows', head: 'Rows', number: true, cell: (one) => (one.rows === 0 ? '' : count(one.rows)) },
    { key: 'held', head: 'Held', number: true, cell: (one) => (one.held === 0 ? <span className="dim">none</span> : count(one.held)) },
    { key: 'state', head: 'State', cell: (one) => <Status kind={STATES[one.state].kind}>{STATES[one.state].text}</Status> },
    {
      key: 'do',
      head: <span className="unseen">Do</span>,
      cell: (one) => (
        <span className={css.acts}>
          {(one.state === 'ready' || one.state === 'question' || one.state === 'unknown') && (
            <Button size="small" kind="quiet" onPress={() => onLook(one)}>
              Look<span className="unseen"> at {called(one)}</span>
            </Button>
          )}
          {one.state === 'ready' && (
            <Button size="small" kind="quiet" onPress={() => flip(one)}>
              {out.has(keyOf(one)) ? 'Take in' : 'Leave out'}
              <span className="unseen"> {called(one)}</span>
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <>
      <Head
        title={titleOf(plan, loading.length)}
        sub={`${capital(plural(plan.totals.files, 'file'))} in one plan, in the order in which they are loaded. Nothing is written yet; each file is a load of its own, and any can be taken back.`}
        actions={<Button onPress={onDrop}>Change files</Button>}
      />
      <Table label="Files of the plan" columns={columns} rows={plan.files} keyOf={keyOf} />
      {needing.length > 0 && (
        <section aria-labelledby="needs" className={css.needs}>
          <h2 id="needs">What needs you</h2>
          <ul>
            {needing.map((one) => (
              <li key={keyOf(one)}>
                <p>
                  <b>{called(one)}.</b> {one.state === 'question' ? '' : `${one.why} ${one.todo}`}
                </p>
                {one.state === 'question' &&
                  one.questions.map((q) => (
                    <ChoiceField
                      key={q.id}
                      label={q.text}
                      value={answers[q.id] ?? null}
                      onChange={(option) => onAnswer(q.id, option)}
                      options={q.options.map(({ id, text }) => ({ value: id, text }))}
                    />
                  ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {plan.missing.map(({ entity, text }) => (
        <Note key={entity} kind="risk">
          {text}
        </Note>
      ))}
      {trouble}
      <div className={css.foot}>
        <p>
          <b>What this loads.</b> {sumOf(loading)}
        </p>
        <Button
          kind="primary"
          busy={busy !== null}
          forbid={loading.length === 0 ? 'No file is ready' : null}
          onPress={() => onLoad(loading)}
        >
          {busy ?? `Load ${plural(loading.length, 'file')}, ${tally(rows, 'row')}${held > 0 ? `, hold ${count(held)}` : ''}`}
        </Button>
      </div>
    </>
  );
};

const newIn = ({ counts }: Planned): string => {
  const fresh = counts.reduce((sum, one) => sum + one.new, 0);
  return fresh === 0 ? '' : count(fresh);
};

/** New and changed rows by what they are, over all files. */
const sumOf = (files: readonly Planned[]): string => {
  const sums = new Map<Planned['counts'][number]['entity'], { fresh: number; changed: number }>();
  for (const one of files.flatMap(({ counts }) => counts)) {
    const sum = sums.get(one.entity) ?? { fresh: 0, changed: 0 };
    sums.set(one.entity, { fresh: sum.fresh + one.new, changed: sum.changed + one.changed });
  }
  const parts = [...sums].flatMap(([entity, { fresh, changed }]) => [
    ...(fresh > 0 ? [`${count(fresh)} new ${fresh === 1 ? ENTITY[entity].one : ENTITY[entity].many}`] : []),
    ...(changed > 0 ? [`${count(changed)} changed ${changed === 1 ? ENTITY[entity].one : ENTITY[entity].many}`] : []),
  ]);
  return parts.length > 0 ? `${capital(list(parts))}, counted file by file.` : 'Nothing in them is new.';
};
