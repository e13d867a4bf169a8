/**
 * Shapley attribution, closed form: each deal's credit split equally over the different channels that touched it.
 *
 * The game: v(S) is what was won (or earned) by paths whose channels all lie in S. Its Shapley value is, by linearity,
 * exactly the equal split of each path over its distinct channels, so no coalition is ever listed: any number of channels.
 *
 * Out       won, value   credit per key in the units of the paths; sum to the total of paths with a touch
 * Never     negative credit where nothing was won negatively: this game only ever adds. The rate game (rate-game.ts) may
 * Says not  that a channel caused anything; order and repeats do not matter to it at all
 * Source: Zhao, Mahboobi, Bagheri (2018), "Shapley Value Methods for Attribution Modeling in Online Advertising",
 *   arXiv:1804.05327, section 3. Checked against: vectors/attribution_small.json (b2b_300, 1e-9) and the sum over all
 *   orders of arrival (brute force, property).
 */
import type { Paths } from './paths.ts';

export const shapley = (
  { keys, start, key, won, value }: Paths,
  weight?: ArrayLike<number>,
): { readonly won: Float64Array; readonly value: Float64Array } => {
  const credit = { won: new Float64Array(keys), value: new Float64Array(keys) };
  const seenIn = new Int32Array(keys).fill(-1);
  const distinct = new Int32Array(keys);
  for (let i = 0; i + 1 < start.length; i += 1) {
    const times = weight ? weight[i]! : 1;
    if (times === 0 || (won[i] === 0 && value[i] === 0)) continue;
    let n = 0;
    for (let t = start[i]!; t < start[i + 1]!; t += 1) {
      const k = key[t]!;
      if (seenIn[k] === i) continue;
      seenIn[k] = i;
      distinct[n++] = k;
    }
    for (let j = 0; j < n; j += 1) {
      credit.won[distinct[j]!]! += (won[i]! * times) / n;
      credit.value[distinct[j]!]! += (value[i]! * times) / n;
    }
  }
  return credit;
};
