/**
 * How many cases a one-sample verdict needs: the chance that it has said scale by each number of cases, were the truth a given share.
 *
 * reached   that chance after 1 … most cases, looked at after every case (the earliest it can be) and only from `minimum` on
 * needed    the least number of cases by which it reaches `power`; null where `most` do not suffice
 *
 * In    truth, threshold   shares in (0, 1); side  whether the claim is above or below the threshold
 *       error      accepted chance of a wrong word; power in (0, 1)
 *       most       cases that there are
 * Exact: the number of hits is walked case by case, and what has crossed the boundary walks no further. No simulation.
 * Throws RangeError   as verdict/share-against.ts
 *
 * Source: the recursion of P. Armitage, C. K. McPherson, B. C. Rowe, J. R. Stat. Soc. A 132 (1969) 235–244, doi:10.2307/2343787.
 * Checked against: simulation of the same rule.
 */
import { logShareAbove, logShareBelow, type Prior } from './share-against.ts';

export type Claim = {
  readonly side: 'above' | 'below';
  readonly threshold: number;
  readonly prior: Prior;
  readonly error: number;
  readonly minimum: number;
};

export const reached = (claim: Claim, truth: number, most: number): Float64Array => {
  const { side, threshold, prior, error, minimum } = claim;
  const wanted = Math.log(1 / error);
  const says = (hits: number, n: number): boolean =>
    (side === 'above' ? logShareAbove : logShareBelow)(hits, n, threshold, prior) >= wanted;
  let alive = new Float64Array([1]);
  const chance = new Float64Array(most);
  let gone = 0;
  // The boundary moves with n by 0 or 1 hit a case, so it is followed, not searched.
  let edge = side === 'above' ? 0 : -1;
  for (let n = 1; n <= most; n++) {
    const next = new Float64Array(n + 1);
    for (let k = 0; k < n; k++) {
      next[k]! += alive[k]! * (1 - truth);
      next[k + 1]! += alive[k]! * truth;
    }
    if (n >= minimum) {
      if (side === 'above') {
        while (edge <= n && !says(edge, n)) edge++;
        for (let k = edge; k <= n; k++) [gone, next[k]] = [gone + next[k]!, 0];
      } else {
        while (edge < n && says(edge + 1, n)) edge++;
        for (let k = 0; k <= edge; k++) [gone, next[k]] = [gone + next[k]!, 0];
      }
    }
    chance[n - 1] = gone;
    alive = next;
  }
  return chance;
};

export const needed = (claim: Claim, truth: number, power: number, most: number): number | null => {
  const chance = reached(claim, truth, most);
  const at = chance.findIndex((c) => c >= power);
  return at < 0 ? null : at + 1;
};
