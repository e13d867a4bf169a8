/** A quarter that can be agreed, for tests: Ben gives 40 hours a week, and two priorities stand in 2026-Q2. */
import type { Asked } from './given.ts';
import { AIMS, FOUNDED } from './given.ts';
import type { PriorityCommand } from './blueprint/priority.ts';

export const PERIOD = '2026-Q2';

/** A priority of the quarter: ten days of Must without money, unless said otherwise. */
export const planned = (id: string, more: Partial<Extract<PriorityCommand, { type: 'priority/plan' }>> = {}): Asked => [
  'p_ben',
  {
    type: 'priority/plan',
    id: `r_${id}`,
    period: PERIOD,
    owner: null,
    title: id,
    moscow: 'must',
    outcomes: ['u_rev'],
    effortDays: 10,
    budgetMinor: null,
    from: '2026-04-01',
    to: '2026-05-29',
    ...more,
  },
];

/** One person at 40 hours a week: about 60 person-days a quarter before focus. */
export const STAFFED: readonly Asked[] = [
  ...FOUNDED,
  ...AIMS,
  ['p_ben', { type: 'capacity/set-hours', person: 'p_ben', from: '2026-01-01', hours: 40 }],
];
export const PLANNED: readonly Asked[] = [...STAFFED, planned('offer'), planned('fair', { moscow: 'should', effortDays: 8 })];

export const propose = (after = 0): Asked => ['p_ben', { type: 'blueprint/propose', period: PERIOD, after, seats: ['sales', 'finance'] }];
export const sign = (seat: 'sales' | 'finance', version = 1): Asked => [
  seat === 'sales' ? 'p_caro' : 'p_dirk',
  { type: 'blueprint/sign', period: PERIOD, version, seat },
];
export const PROPOSED: readonly Asked[] = [...PLANNED, propose()];
export const AGREED: readonly Asked[] = [...PROPOSED, sign('sales'), sign('finance')];
