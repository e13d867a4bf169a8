import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { emptyBook, type Book, type Command } from '../../domain/book.ts';
import { decideBatch } from '../../domain/decide.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { KpiNow } from '../agree/kpi.ts';
import { decisionsFor } from './decisions.ts';

const after = (book: Book, at: string, ...commands: Command[]): Book => {
  const decided = decideBatch(book, commands, { by: 'p_ines', at: `${at}T09:00:00.000Z` });
  if (!decided.ok) throw new Error(JSON.stringify(decided));
  return decided.value.book;
};
const KPI = { type: 'kpi/set', overDays: 30, owner: 'p_ines', low: 20, high: null } as const;
const book = after(
  emptyBook,
  '2026-03-01',
  {
    type: 'company/found',
    name: 'Lademar',
    currency: 'EUR',
    zone: 'Europe/Amsterdam',
    fiscal: { startMonth: 1, pattern: 'calendar' },
    seats: ['marketing'],
  },
  { ...KPI, id: 'k_said', name: 'Answered in a day', metric: { kind: 'reported', unit: 'percent' } },
  { ...KPI, id: 'k_counted', name: 'Deals won', metric: { kind: 'measured', measure: 'deals-won', unit: 'count' } },
);
const ids = (of: Book, today: string, kpis?: readonly KpiNow[], me: PersonId = 'p_ines'): string[] =>
  decisionsFor({ book: of, me, today, nameOf: () => 'Ines', kpis })
    .map((d) => d.id)
    .filter((id) => id.includes(':k_'));

test('a reported KPI asks its owner once nobody has spoken for longer than it looks back', () => {
  deepEqual(ids(book, '2026-03-02'), ['check-in:k_said']);
  const said = after(book, '2026-03-02', { type: 'kpi/check-in', id: 'k_said', value: 20, on: '2026-03-02', note: null });
  deepEqual(ids(said, '2026-04-01'), []);
  deepEqual(ids(said, '2026-04-02'), ['check-in:k_said']);
  deepEqual(ids(said, '2026-04-02', undefined, 'p_tom'), []);
});

test('a KPI out of its corridor asks its owner: by what was said, or by what was counted; not known is not out', () => {
  const low = after(book, '2026-03-02', { type: 'kpi/check-in', id: 'k_said', value: 19, on: '2026-03-02', note: null });
  deepEqual(ids(low, '2026-03-03'), ['corridor:k_said']);
  const counted = (value: number | null) => [{ id: 'k_counted', value } as unknown as KpiNow];
  deepEqual(ids(low, '2026-03-03', counted(12)), ['corridor:k_said', 'corridor:k_counted']);
  deepEqual(ids(low, '2026-03-03', counted(null)), ['corridor:k_said']);
  const [first] = decisionsFor({ book: low, me: 'p_ines', today: '2026-03-03', nameOf: () => 'Ines' }).filter((d) =>
    d.id.startsWith('corridor'),
  );
  equal(first!.state, 'off');
  match(first!.text, /stands at 19 %, below its corridor; it is healthy at 20 % or more/);
});
