/**
 * Sales velocity: money a day that the pipeline turns into.
 *
 *   velocity = qualified opportunities × average deal value × win rate ÷ sales cycle in days
 *
 * In    opportunities   open, qualified (counted, no estimate)
 *       won, lost       deals closed in the period, whole counts: win rate = won ÷ (won + lost)
 *       used            won deals with value and cycle known; sums over them: value (whole minor units), cycle (days), and
 *                       their squares and product
 * Out   value, low, high   minor units a day; low ≤ value ≤ high with 95 % confidence
 *       null            fewer than ENOUGH used deals, no closed deal, or a mean cycle or value not above 0
 *
 * The interval is by the delta method on the logarithm: var(ln velocity) = var(ln value) + var(ln cycle) − 2 cov(ln value, ln cycle)
 * + var(ln win rate), value and cycle being measured on the same deals. On the logarithm because a product of positive
 * parts is skewed: on the plain scale the interval would reach below 0.
 *
 * Not for: comparing two quarters whose intervals overlap; a pipeline whose open deals are not like those that closed.
 *
 * Source: conventions.md, "Sales (pipeline) velocity". Delta method: Casella & Berger, Statistical Inference, 2nd ed., 5.5.4.
 * Checked against: the published example 50 × 10,000 × 0.20 ÷ 30 = 3,333.33 a day; simulation with known truth
 *   (tests/models/velocity.test.ts: the interval holds the truth in 180 to 198 of 200).
 */
import type { Estimate } from '../kernel/answer.ts';
import { normalQuantile } from './normal.ts';

/** Fewer won deals than this say nothing about an average. */
export const ENOUGH = 5;

/** The formula itself, from its four parts. */
export const velocityOf = (parts: {
  readonly opportunities: number;
  readonly value: number;
  readonly winRate: number;
  readonly cycle: number;
}): number => (parts.opportunities * parts.value * parts.winRate) / parts.cycle;

export type VelocityCounts = {
  readonly opportunities: number;
  readonly won: number;
  readonly lost: number;
  readonly used: number;
  readonly sumValue: number;
  readonly sumCycle: number;
  readonly sumValue2: number;
  readonly sumCycle2: number;
  readonly sumBoth: number;
};

export const velocityEstimate = (counts: VelocityCounts, confidence = 0.95): Estimate | null => {
  const { opportunities, won, lost, used: n } = counts;
  if (n < ENOUGH || won + lost === 0 || !(counts.sumValue > 0) || !(counts.sumCycle > 0)) return null;
  const [value, cycle, winRate] = [counts.sumValue / n, counts.sumCycle / n, won / (won + lost)];
  const spread = (both: number, a: number, b: number): number => (both / n - a * b) * (n / (n - 1));
  const variance =
    (spread(counts.sumValue2, value, value) / value ** 2 +
      spread(counts.sumCycle2, cycle, cycle) / cycle ** 2 -
      (2 * spread(counts.sumBoth, value, cycle)) / (value * cycle)) /
      n +
    (1 - winRate) / (winRate * (won + lost));
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt(Math.max(0, variance));
  const centre = velocityOf({ opportunities, value, winRate, cycle });
  return { value: centre, low: centre * Math.exp(-half), high: centre * Math.exp(half) };
};
