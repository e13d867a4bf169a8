/**
 * When work becomes revenue, against known truth: how often the 80 % intervals of `lands` and `started` hold what then happens, over
 * invented companies of seeds 1 to 200 whose deals are independent, as the models take them; and where the deals decided in one
 * quarter share a market, which the models do not allow for (told, not judged).
 */
import { landingOf } from '../src/models/lag/landing.ts';
import { inventedLanding, landingHeld } from '../tests/support/invented-landings.ts';
import type { Figure } from './harness.ts';

export const name = 'Landing against known truth: 200 invented companies';

const SEEDS = Number(process.env['LANDING_SEEDS'] ?? 200);
const [LEAST, MOST] = [Math.ceil((144 * SEEDS) / 200), Math.floor((173 * SEEDS) / 200)];

const held = (rho: number): Map<string, number> => {
  const found = new Map<string, number>();
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { input, truth } = inventedLanding(seed, rho);
    const landing = landingOf(input);
    if (!landing) continue;
    for (const [what, holds] of Object.entries(landingHeld(landing, truth))) found.set(what, (found.get(what) ?? 0) + (holds ? 1 : 0));
  }
  return found;
};

export const run = async (): Promise<readonly Figure[]> => [
  ...[...held(0)].map(([what, value]): Figure => ({
    what: `${what}: held, of ${SEEDS}`,
    value,
    unit: 'companies',
    atLeast: LEAST,
    atMost: MOST,
  })),
  ...[...held(0.05)].map(([what, value]): Figure => ({ what: `${what}, with a shared market of 0.05: held`, value, unit: 'companies' })),
];
