/**
 * Forecasts on known truth: does the 80 % interval of won revenue, 90 days ahead, hold what really happens in 144 to 173 of 200
 * invented companies (seeds 1 to 200)? For companies of the demo generator, also in the weeks in which a programme begins that
 * no record can foretell, and for small ones with and without a market that all their deals share. Fails otherwise.
 */
import { demoHeld, smallHeld, type Held } from '../tests/support/forecast-truth.ts';
import type { Figure } from './harness.ts';

export const name = 'forecasts on known truth';

const SEEDS = Array.from({ length: 200 }, (_, i) => i + 1);

const counted = (what: string, held: readonly Held[]): Figure[] => [
  {
    what: `${what}: 80 % interval held, of 200`,
    value: held.filter(({ most }) => most).length,
    unit: 'rows',
    atLeast: 144,
    atMost: 173,
  },
  { what: `${what}: 50 % interval held, of 200`, value: held.filter(({ half }) => half).length, unit: 'rows' },
  { what: `${what}: happened above the 80 % interval`, value: held.filter(({ above }) => above).length, unit: 'rows' },
];

export const run = async (): Promise<readonly Figure[]> => [
  ...counted(
    'demo companies, won revenue',
    SEEDS.map((seed) => demoHeld(seed)),
  ),
  ...counted(
    'small companies, no common shock',
    SEEDS.map((seed) => smallHeld(seed, 0)),
  ),
  ...counted(
    'small companies, common shock 0.10',
    SEEDS.map((seed) => smallHeld(seed, 0.1)),
  ),
  ...counted(
    'demo companies, the quarter in which something new begins',
    SEEDS.map((seed) => demoHeld(seed, 'wonMinor', true)),
  ),
];
