/**
 * Split: whole minor units by weights, for passes over many deals. The same rule and the same parts as `splitMinor` of
 * kernel/money.ts (largest remainder, ties to the earlier touch), without a word of memory for each deal.
 *
 * In    minor     safe whole number; negative is split as its positive is, with the sign put back
 *       weights   n numbers ≥ 0, finite and not all 0 (a model's; they are not checked here)
 * Out   out[0…n)  whole numbers that sum to `minor` exactly; a weight of 0 gets 0
 * Checked against: splitMinor, for random weights and amounts (property).
 */
import { splitMinor } from '../../kernel/money.ts';

let rests = new Float64Array(64);
/** Above this, a product with a fine weight can no longer be told from its neighbour, and the kernel's careful way is taken. */
const EXACT = 2 ** 46;

export const splitInto = (minor: number, weights: Float64Array, n: number, out: Float64Array): void => {
  const whole = Math.abs(minor);
  if (whole > EXACT) {
    splitMinor(minor, [...weights.subarray(0, n)]).forEach((part, i) => (out[i] = part));
    return;
  }
  if (rests.length < n) rests = new Float64Array(n * 2);
  let total = 0;
  for (let i = 0; i < n; i += 1) total += weights[i]!;
  let left = whole;
  for (let i = 0; i < n; i += 1) {
    const exact = (whole * weights[i]!) / total;
    const part = Math.floor(exact);
    out[i] = part;
    rests[i] = weights[i]! > 0 ? exact - part : -1;
    left -= part;
  }
  for (; left > 0; left -= 1) {
    let most = 0;
    for (let i = 1; i < n; i += 1) if (rests[i]! > rests[most]!) most = i;
    out[most]! += 1;
    rests[most] = -1;
  }
  if (left < 0) splitMinor(minor, [...weights.subarray(0, n)]).forEach((part, i) => (out[i] = part));
  else if (minor < 0) for (let i = 0; i < n; i += 1) out[i] = out[i] === 0 ? 0 : -out[i]!;
};
