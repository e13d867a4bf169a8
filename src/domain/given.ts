/**
 * Given, when, then: how tests of the domain read. `given` is a book in which all this was asked and granted,
 * `when` asks one thing more, and what comes of it is compared.
 */
import type { PersonId } from '../kernel/ids.ts';
import { emptyBook, type Book, type Command, type Event } from './book.ts';
import { decideBatch, type Refusal } from './decide.ts';

/** A command and who asks it. */
export type Asked = readonly [PersonId, Command];
/** What came of it: the events, or the refusal. */
export type Answered = { readonly events: readonly Event[] } | { readonly refused: Refusal };

/** Ana owns the company and is its CEO, Ben plans, Caro sells, Dirk holds the money, Eve looks on. */
export const FOUNDED: readonly Asked[] = [
  [
    'p_ana',
    {
      type: 'company/found',
      name: 'Havel Pumps',
      currency: 'EUR',
      zone: 'Europe/Berlin',
      fiscal: { startMonth: 1, pattern: 'calendar' },
      seats: ['ceo'],
    },
  ],
  ['p_ana', { type: 'company/add-member', person: 'p_ben', role: 'marketer', seats: ['marketing'] }],
  ['p_ana', { type: 'company/add-member', person: 'p_caro', role: 'stakeholder', seats: ['sales'] }],
  ['p_ana', { type: 'company/add-member', person: 'p_dirk', role: 'stakeholder', seats: ['finance'] }],
  ['p_ana', { type: 'company/add-member', person: 'p_eve', role: 'viewer', seats: [] }],
];

/** An objective (o_grow), an outcome measured in money (u_rev) and one that is reported (u_stay). */
export const AIMS: readonly Asked[] = [
  ['p_ben', { type: 'objective/set', id: 'o_grow', statement: 'Grow to 12 million', due: '2027-12-31', owner: 'p_ana' }],
  [
    'p_ben',
    {
      type: 'outcome/add',
      id: 'u_rev',
      objective: 'o_grow',
      owner: 'p_ben',
      name: 'Won revenue',
      metric: { kind: 'measured', measure: 'won-revenue', unit: 'money' },
      from: '2026-04-01',
      due: '2026-06-30',
      baseline: 30_000_000,
      target: 45_000_000,
    },
  ],
  [
    'p_ben',
    {
      type: 'outcome/add',
      id: 'u_stay',
      objective: 'o_grow',
      owner: null,
      name: 'Contracts renewed',
      metric: { kind: 'reported', unit: 'percent' },
      from: '2026-04-01',
      due: '2026-12-31',
      baseline: null,
      target: 92.5,
    },
  ],
];

/** The n-th minute of the morning on which tests take place. */
export const minute = (n: number): string =>
  `2026-02-03T${String(8 + Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00.000Z`;

/** The book after all this was granted, one batch and one minute each. Throws where something is refused. */
export const given = (...asked: readonly Asked[]): Book =>
  asked.reduce((book, [by, command], n) => {
    const decided = decideBatch(book, [command], { by, at: minute(n) });
    if (!decided.ok) throw new Error(`given ${command.type}: ${JSON.stringify(decided.refusal.refusal)}`);
    return decided.value.book;
  }, emptyBook);

/** What comes of asking this, at the end of the given. */
export const when = (book: Book, [by, command]: Asked): Answered => {
  const decided = decideBatch(book, [command], { by, at: minute(book.seq) });
  return decided.ok ? { events: decided.value.entries.map(({ event }) => event) } : { refused: decided.refusal.refusal };
};
