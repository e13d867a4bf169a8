/**
 * Difference of two shares, with how far it can be trusted: Newcombe's hybrid of two Wilson intervals.
 *
 * In    a, b    two shares of different cases, each with its Wilson interval (models/wilson.ts) at one confidence
 * Out   a − b with an interval at that confidence, in [−1, 1]
 *
 * Not for: shares of the same cases, or of groups still being watched (their shares have not settled).
 *
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine
 *   17 (1998) 873–890, method 10.
 * Checked against: table II there, 56/70 − 48/80: 0.2000, 0.0524 to 0.3339.
 */
import type { Estimate } from '../kernel/answer.ts';

export const differenceOf = (a: Estimate, b: Estimate): Estimate => {
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
};
