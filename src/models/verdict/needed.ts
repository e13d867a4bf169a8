/**
 * How many cases a one-sample verdict needs: the chance that it has spoken by each number of cases, were the truth a given share.
 *
 * reached   that chance after 1 … most cases, looked at after every case (the earliest it can be) and only from `minimum` on
 * needed    the least number of cases by which it reaches `power`; null where `most` do not suffice
 *
 * In    truth, threshold   shares in (0, 1); side  whether the claim is above or below the threshold
 *       error      accepted chance of a wrong word; power in (0, 1)
 *       most       cases that there are
 * Exact but for states less likely than 1e-14, which are left out: the number of hits is walked case by case, and what has crossed
 * the boundary walks no further. No simulation.
 * Throws RangeError   as verdict/share-against.ts
 *
 * Source: the recursion of P. Armitage, C. K. McPherson, B. C. Rowe, J. R. Stat. Soc. A 132 (1969) 235–244, doi:10.2307/2343787.
 * Checked against: all sequences of 12 cases, one by one; simulation of the same rule (tests/models/verdict-needed.test.ts).
 */
import { logShareAbove, logShareBelow, type Prior } from './share-against.ts';

export type Claim = {
  readonly side: 'above' | 'below';
  readonly threshold: number;
  readonly prior: Prior;
  readonly error: number;
  readonly minimum: number;
};

const NEVER = 1e-14;

export const reached = (claim: Claim, truth: number, most: number): Float64Array => {
  const { side, threshold, prior, error, minimum } = claim;
  const wanted = Math.log(1 / error);
  const log = side === 'above' ? logShareAbove : logShareBelow;
  const says = (hits: number, n: number): boolean => log(hits, n, threshold, prior) >= wanted;
  const alive = new Float64Array(most + 2);
  alive[0] = 1;
  const chance = new Float64Array(most);
  let gone = 0;
  // The likely numbers of hits, and the boundary: with n both move up only, by 0 or 1 hit a case.
  let [low, high] = [0, 0];
  let edge = side === 'above' ? 0 : -1;
  for (let n = 1; n <= most; n++) {
    high += 1;
    for (let k = high; k > low; k--) alive[k] = alive[k]! * (1 - truth) + alive[k - 1]! * truth;
    alive[low]! *= 1 - truth;
    if (n >= minimum) {
      if (side === 'above') {
        while (edge <= n && !says(edge, n)) edge++;
        while (high >= low && high >= edge) {
          gone += alive[high]!;
          alive[high--] = 0;
        }
      } else {
        while (edge < n && says(edge + 1, n)) edge++;
        while (low <= high && low <= edge) {
          gone += alive[low]!;
          alive[low++] = 0;
        }
      }
    }
    while (low < high && alive[low]! < NEVER) alive[low++] = 0;
    while (high > low && alive[high]! < NEVER) alive[high--] = 0;
    chance[n - 1] = gone;
  }
  return chance;
};

export const needed = (claim: Claim, truth: number, power: number, most: number): number | null => {
  const chance = reached(claim, truth, most);
  const at = chance.findIndex((c) => c >= power);
  return at < 0 ? null : at + 1;
};
