/**
 * Has the curve come to its level? Whether those watched longest were watched long enough to say who never comes.
 *
 * In    spells     counted (event 1 came; any other end, and 0, is "not, so far")
 * Out   lastEvent, longest   days of the latest event and of the longest watch
 *       still      Maller and Zhou's chance: (1 − N/n)^n, N the events within (longest − lastEvent) before the last one. Small where
 *                  the level is as long as the stretch before it in which many still came; 1 where no level is to be seen
 *       late       share of all events that came in the last fifth of the longest watch
 *       followed   share of those who ever come whose lag is no longer than the longest watch, by the fit; 1 where none is given
 *       short      true: say that the follow-up is short (no level, less than nine tenths followed, or the upper bound
 *                  of the share that ever comes more than three times the lower); the share that never comes
 *                  is then a guess of the family
 *       null       no event
 *
 * Source: Maller & Zhou, Biometrika 79 (1992) 731–739, doi:10.1093/biomet/79.4.731; Survival Analysis with Long-Term Survivors
 *   (1996), ch. 4.
 * Checked against: invented companies watched long and short (lag-truth.test.ts).
 */
import type { Estimate } from '../../kernel/answer.ts';
import type { Spell } from '../survival/spell.ts';
import { shareBy, type LagFit } from './fit.ts';

export type Plateau = {
  readonly lastEvent: number;
  readonly longest: number;
  readonly still: number;
  readonly late: number;
  readonly followed: number;
  readonly short: boolean;
};

/** Above this, chance alone could have drawn the level. */
export const LEVEL = 0.05;
const FOLLOWED = 0.9;
const OPEN = 3;

export const plateau = (spells: readonly Spell[], fit?: LagFit, ever?: Estimate | null): Plateau | null => {
  const came = spells.filter(({ event }) => event === 1);
  if (came.length === 0) return null;
  const count = (list: readonly Spell[]): number => list.reduce((sum, { n }) => sum + n, 0);
  const [n, events] = [count(spells), count(came)];
  const lastEvent = latest(came);
  const longest = latest(spells);
  const near = count(came.filter(({ day }) => day > 2 * lastEvent - longest));
  const still = longest > lastEvent ? Math.exp(n * Math.log1p(-Math.min(near / n, 1 - 1e-12))) : 1;
  const late = count(came.filter(({ day }) => day > longest * 0.8)) / events;
  const followed = fit && fit.never < 1 ? shareBy(fit, longest) / (1 - fit.never) : 1;
  return {
    lastEvent,
    longest,
    still,
    late,
    followed,
    short: still > LEVEL || followed < FOLLOWED || (ever ? ever.high > OPEN * ever.low : false),
  };
};

const latest = (spells: readonly Spell[]): number => spells.reduce((most, { day }) => Math.max(most, day), 0);
