/** How long a company's journal takes to open (read, lift, fold), and how many decisions a second it takes in durably. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fold, type Book, type Event } from '../src/domain/book.ts';
import type { Entry } from '../src/domain/decider.ts';
import { recorded, upcast, VERSIONS } from '../src/domain/history/upcast.ts';
import type { PersonId } from '../src/kernel/ids.ts';
import { openCompanyStore, type CompanyStore } from '../src/store/company-store.ts';
import type { Bench, Figure } from './harness.ts';

export const name = 'The journal of decisions';

/** 20,000 and 100,000 events, best of three, and single decisions one after the other. */
export const run: Bench['run'] = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-bench-journal-'));
  try {
    const [small, large] = [written(folder, 20_000), written(folder, 100_000)];
    const [of20, of100] = [opening(small), opening(large)];
    return [
      { what: 'open a journal of 20,000 events', value: of20.all, unit: 's', atMost: 0.5 },
      { what: 'open a journal of 100,000 events', value: of100.all, unit: 's', atMost: 2 },
      { what: '  of it reading and lifting', value: of100.read, unit: 's' },
      { what: '  of it folding', value: of100.fold, unit: 's' },
      ...appending(large),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const opened = (file: string): CompanyStore => {
  const store = openCompanyStore(file, VERSIONS);
  if (!store.ok) throw new Error(store.refusal.text);
  return store.value;
};
const at = '2026-02-03T08:00:00.000Z';

/** A journal of `n` events, in batches of five hundred. */
const written = (folder: string, n: number): string => {
  const file = path.join(folder, `${n}.db`);
  const store = opened(file);
  let batch: Event[] = [];
  const flush = (): void => {
    store.append(store.head(), batch.map(recorded), { batch: `batch-${store.head()}`, by: 'p_ana', at });
    batch = [];
  };
  for (const event of lifeOf(n)) if (batch.push(event) === 500) flush();
  flush();
  store.close();
  return file;
};

/** Best of three, since the machine has other things to do. */
const opening = (file: string): { readonly all: number; readonly read: number; readonly fold: number } =>
  [1, 2, 3]
    .map(() => {
      const began = performance.now();
      const store = opened(file);
      const entries: Entry<Event>[] = store
        .since(0)
        .map((e) => ({ event: upcast(e), stamp: { seq: e.seq, by: e.by as PersonId, at: e.at } }));
      const read = performance.now();
      const book: Book = fold(entries);
      // Asked for, since the order is worked out when somebody reads it; the last item may have been cut off before it was placed.
      const placed = book.backlog.get('backlog')!.items.length;
      if (book.seq !== store.head() || placed < book.item.size - 1) throw new Error('the book does not hold what was written');
      const done = performance.now();
      store.close();
      return { all: (done - began) / 1000, read: (read - began) / 1000, fold: (done - read) / 1000 };
    })
    .toSorted((a, b) => a.all - b.all)[0]!;

/** One decision at a time, each answered only when it is durable, with the words of a reason beside it. */
const appending = (file: string): Figure[] => {
  const store = opened(file);
  const each: number[] = [];
  const began = performance.now();
  for (let n = 0; performance.now() - began < 3000; n++) {
    const start = performance.now();
    const event = recorded({ type: 'item/dropped', id: 'w_0-0', why: `n_${n}` });
    store.append(
      store.head(),
      [{ ...event, notes: [`n_${n}`] }],
      { batch: `one-${n}`, by: 'p_ana', at },
      { notes: [{ id: `n_${n}`, text: 'Because it can wait' }] },
    );
    each.push(performance.now() - start);
  }
  store.close();
  const sorted = each.toSorted((a, b) => a - b);
  return [
    { what: 'durable appends of one decision', value: each.length / 3, unit: 'rows/s', atLeast: 100 },
    { what: '  the slowest of twenty (p95)', value: sorted[Math.floor(sorted.length * 0.95)]!, unit: 'ms' },
  ];
};

/** The decisions of a busy company: quarter after quarter of agreeing, planning, working and looking. */
function* lifeOf(n: number): Generator<Event> {
  let left = n;
  const company: Event[] = [
    { type: 'company/founded', name: 'Busy', currency: 'EUR', zone: 'UTC', fiscal: { startMonth: 1, pattern: 'calendar' }, demo: false },
    { type: 'company/member-added', person: 'p_ana', role: 'owner', seats: ['ceo', 'sales'] },
    { type: 'objective/set', id: 'o_a', statement: 'Grow to 12 million with customers who stay', due: '2030-12-31', owner: 'p_ana' },
  ];
  for (const event of company) if (left-- > 0) yield event;
  for (let quarter = 0; left > 0; quarter++) for (const event of quarterOf(quarter)) if (left-- > 0) yield event;
}

function* quarterOf(quarter: number): Generator<Event> {
  const period = `${2026 + Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  const day = (n: number): string =>
    `${period.slice(0, 4)}-${String((quarter % 4) * 3 + 1 + (n % 3)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
  const dates = { from: `${period.slice(0, 4)}-01-01`, due: `${period.slice(0, 4)}-12-31` };
  const terms = {
    name: 'Won revenue from utilities',
    metric: { kind: 'reported', unit: 'count' },
    ...dates,
    baseline: 10,
    target: 40,
  } as const;
  const outcome = `u_${quarter}` as const;
  yield { type: 'outcome/added', id: outcome, objective: 'o_a', owner: 'p_ana', ...terms };
  yield {
    type: 'guidepoint/proposed',
    period,
    statement: 'Utilities come back for the second pump',
    outcomes: [{ outcome, ...terms }],
    seats: ['ceo', 'sales'],
  };
  for (const seat of ['ceo', 'sales']) yield { type: 'guidepoint/signed', period, version: 1, seat };
  for (let n = 0; n < 8; n++) {
    const priority = `r_${quarter}-${n}` as const;
    const plan = {
      title: `What matters in ${period}, number ${n}`,
      moscow: 'must',
      outcomes: [outcome],
      effortDays: 12,
      budgetMinor: 800_000,
    } as const;
    yield { type: 'priority/planned', id: priority, period, owner: null, ...plan, from: day(n), to: day(n + 20) };
    yield { type: 'priority/handed-over', id: priority, owner: 'p_ana' };
  }
  for (let n = 0; n < 40; n++) yield* workOf(quarter, n, day(n));
  for (let n = 0; n < 12; n++) yield { type: 'outcome/checked-in', id: outcome, value: 10 + n, on: day(n), note: null };
}

function* workOf(quarter: number, n: number, on: string): Generator<Event> {
  const item = `w_${quarter}-${n}` as const;
  const title = `Letter to buyers of before, number ${n}`;
  const request = { by: 'p_ana', on, words: `n_${quarter}-${n}` } as const;
  const links = { priority: `r_${quarter}-${n % 8}`, owner: null, sizeDays: null, request, foundational: null } as const;
  yield { type: 'item/added', id: item, ref: `W-${quarter * 40 + n + 1}`, title, ...links, on };
  yield { type: 'backlog/placed', item, before: null };
  yield { type: 'item/sized', id: item, sizeDays: 4 };
  if (n > 0) yield { type: 'backlog/placed', item, before: `w_${quarter}-${n >> 1}` };
  yield { type: 'item/started', id: item, on };
  yield { type: 'item/finished', id: item, on };
  if (n % 4 > 0) return;
  const campaign = `c_${quarter}-${n}` as const;
  const money = {
    budgetMinor: 50_000,
    key: `k-${quarter}-${n}`,
    aliases: ['One spelling', 'Another'],
    item,
    foundational: null,
    owner: null,
  };
  yield { type: 'campaign/planned', id: campaign, name: `Campaign ${quarter} ${n}`, channel: 'Mail', from: on, to: on, ...money };
  yield { type: 'campaign/alias-added', id: campaign, alias: `utm-${quarter}-${n}` };
}
