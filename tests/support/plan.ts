/** A small plan for tests: two outcomes, two priorities, three items, four campaigns, made by the domain itself. */
import { emptyBook, type Book, type Command } from '../../src/domain/book.ts';
import { decideBatch } from '../../src/domain/decide.ts';
import type { Terms } from '../../src/domain/strategy/outcome.ts';

const outcome = (name: string): Terms => ({
  name,
  metric: { kind: 'measured', measure: 'opportunities-opened', unit: 'count' },
  from: '2026-04-01',
  due: '2026-06-30',
  baseline: 10,
  target: 40,
});
const campaign = (id: string, name: string, item: string | null): Command => ({
  type: 'campaign/plan',
  id: `c_${id}`,
  name,
  channel: 'webinar',
  from: '2026-04-01',
  to: '2026-06-30',
  budgetMinor: 500_000,
  key: id,
  aliases: [],
  item: item === null ? null : `w_${item}`,
  foundational: null,
  owner: null,
});

const COMMANDS: readonly Command[] = [
  {
    type: 'company/found',
    name: 'Tryout',
    currency: 'EUR',
    zone: 'UTC',
    fiscal: { startMonth: 1, pattern: 'calendar' },
    seats: ['ceo', 'sales'],
  },
  { type: 'objective/set', id: 'o_win', statement: 'Win mid-size shippers', due: '2026-12-31', owner: null },
  { type: 'outcome/add', id: 'u_opps', objective: 'o_win', owner: null, ...outcome('Qualified opportunities') },
  { type: 'outcome/add', id: 'u_starved', objective: 'o_win', owner: null, ...outcome('Expansion meetings') },
  {
    type: 'guidepoint/propose',
    period: '2026-Q2',
    statement: 'Shippers come to us before they tender.',
    outcomes: ['u_opps', 'u_starved'],
    seats: ['ceo'],
  },
  { type: 'guidepoint/sign', period: '2026-Q2', version: 1, seat: 'ceo' },
  {
    type: 'priority/plan',
    id: 'r_dock',
    period: '2026-Q2',
    owner: null,
    title: 'Dock days',
    moscow: 'must',
    outcomes: ['u_opps'],
    effortDays: 34,
    budgetMinor: 3_100_000,
    from: '2026-04-01',
    to: '2026-06-01',
  },
  {
    type: 'priority/plan',
    id: 'r_quiet',
    period: '2026-Q2',
    owner: null,
    title: 'Partner page',
    moscow: 'could',
    outcomes: ['u_opps'],
    effortDays: 5,
    budgetMinor: null,
    from: '2026-04-01',
    to: '2026-06-01',
  },
  {
    type: 'item/add',
    id: 'w_dock',
    title: 'Antwerp dock day',
    priority: 'r_dock',
    owner: null,
    sizeDays: 19,
    request: { by: 'p_sales', on: '2026-03-03', words: 'n_ask' },
    foundational: null,
    on: '2026-03-05',
  },
  {
    type: 'item/add',
    id: 'w_orphan',
    title: 'Careers page',
    priority: null,
    owner: null,
    sizeDays: null,
    request: null,
    foundational: null,
    on: '2026-03-05',
  },
  campaign('dock', 'Dock day Antwerp', 'dock'),
  campaign('loose', 'Sponsored post', null),
  campaign('orphan', 'Careers ads', 'orphan'),
];

/** The plan, decided on 1 March 2026 by p_ines. Throws with the refusal when the domain no longer takes it. */
export const plan = (more: readonly Command[] = []): Book => {
  const decided = decideBatch(emptyBook, [...COMMANDS, ...more], { by: 'p_ines', at: '2026-03-01T09:00:00.000Z' });
  if (!decided.ok) throw new Error(`the plan was refused: ${JSON.stringify(decided.refusal)}`);
  return decided.value.book;
};
