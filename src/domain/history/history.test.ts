import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DECIDERS, fold, type Event } from '../book.ts';
import type { Entry, Stamp } from '../decider.ts';
import { current, isLocked } from '../guidepoint/guidepoint.ts';
import { recorded, RETIRED, upcast, VERSIONS, type Recorded } from './upcast.ts';

type Line = Recorded & Stamp;

/** One line, or more, for every shape ever written. */
const text = readFileSync(new URL('./history.jsonl', import.meta.url), 'utf8');
const lines = text
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);
const entries: Entry<Event>[] = lines.map((line) => ({ event: upcast(line), stamp: { seq: line.seq, by: line.by, at: line.at } }));

test('every event has a line in the history for every version up to today', () => {
  const have = new Set(lines.map(({ type, v }) => `${type} v${v}`));
  for (const [type, newest] of Object.entries(VERSIONS))
    for (let v = 1; v <= newest; v++) ok(have.has(`${type} v${v}`), `history.jsonl lacks ${type} v${v}`);
});

test('every shape ever written folds, in order, into one book', () => {
  const book = fold(entries);
  equal(book.seq, lines.length);
  deepEqual(
    lines.map(({ seq }) => seq),
    lines.map((_, i) => i + 1),
  );
  equal(book.company.get('company')?.name, 'Havel Pumps');
  equal(book.company.get('company')?.members.p_eve?.left, '2026-01-06T09:02:00.000Z');
  equal(book.outcome.get('u_rev')?.target, 40_000_000);
  const guidepoint = book.guidepoint.get('2027-Q1')!;
  equal(guidepoint.versions.length, 3);
  equal(isLocked(guidepoint), false);
  equal(current(guidepoint).outcomes[0]?.target, 40_000_000);
  deepEqual(
    guidepoint.changes.map(({ state }) => state),
    ['withdrawn', 'refused', 'approved'],
  );
  deepEqual(book.backlog.get('backlog')?.items, ['w_map', 'w_mail', 'w_cups', 'w_crm']);
  deepEqual(book.campaign.get('c_letter')?.aliases, ['second pump letter', '701A0000005xyz']);
  // Frozen when a change did not yet ask for being put forward again: it stays frozen, by the two who did it.
  const { proposed, overtaken, frozen } = book.campaign.get('c_letter-2')!.micro!.written!;
  deepEqual([proposed?.by, proposed?.second, overtaken, frozen?.by], ['p_ana', 'p_dirk', null, 'p_dirk']);
});

test('any number of first lines folds too', () => {
  for (let n = 0; n <= entries.length; n++) equal(fold(entries.slice(0, n)).seq, n);
});

test('an event written down and read again is the same event', () => {
  for (const { event } of entries) deepEqual(upcast(JSON.parse(JSON.stringify(recorded(event))) as Recorded), event);
});

test('an event from a newer Lockstep stops the reader', () => {
  throws(() => upcast({ type: 'guidepoint/signed', v: 99, data: {} }), /guidepoint\/signed v99 was written by a newer Lockstep/);
  throws(() => upcast({ type: 'guidepoint/sealed', v: 1, data: {} }), /written by a newer Lockstep; this one does not know it/);
  throws(() => upcast({ type: 'toString', v: 1, data: {} }), /does not know it/);
});

test('the name of a retired event never returns', () => {
  const today = Object.values(DECIDERS).flatMap(({ evolve }) => Object.keys(evolve));
  deepEqual(
    RETIRED.filter((type) => today.includes(type)),
    [],
  );
  for (const { type } of lines) ok(Object.hasOwn(VERSIONS, type) || RETIRED.includes(type), `${type} is neither known nor retired`);
});

/** The shapes of a history, without their stamps: branches that both added lines are renumbered and re-dated when they meet. */
const shapesIn = (of: string): string[] =>
  of
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)
    .map(({ type, v, data }) => JSON.stringify([type, v, data]));

test('lines are added to the history, never changed', (t) => {
  const folder = new URL('.', import.meta.url);
  const git = (...args: string[]) => spawnSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 27 });
  const log = git('log', '--format=%H', '--', 'history.jsonl');
  if (log.status !== 0 || log.stdout.trim() === '') return t.skip('there is no git history of history.jsonl here');
  const now = new Set(shapesIn(text));
  for (const commit of log.stdout.trim().split('\n')) {
    const { status, stdout } = git('show', `${commit}:./history.jsonl`);
    if (status !== 0) continue;
    const lost = shapesIn(stdout).filter((line) => !now.has(line));
    deepEqual(lost, [], `history.jsonl changed or lost lines that stood in ${commit.slice(0, 10)}`);
  }
});
