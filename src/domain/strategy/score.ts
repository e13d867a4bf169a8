/**
 * Score: how far an outcome came by its due date, from 0.0 (not at all) to 1.0 (all the way), looking back.
 *
 * (final - baseline) / (target - baseline), held between 0 and 1, to one decimal (halves up). What adds up within its
 * time counts from 0 where no baseline was recorded; a level without a baseline has no computed score, and a person may
 * give one in words. Bands: 0.7 and more came true, 0.4 to 0.6 came part of the way, 0.3 and less did not
 * (Doerr, Measure What Matters). A score is no appraisal of people, and is never mixed with confidence, which looks ahead.
 */
import { addsUp } from './metric.ts';
import type { Terms } from './outcome.ts';

export type Band = 'green' | 'yellow' | 'red';

/** Where the score counts from; null where nobody knows. */
export const scoreStart = ({ baseline, metric }: Pick<Terms, 'baseline' | 'metric'>): number | null =>
  baseline ?? (metric.kind === 'measured' && addsUp(metric.measure) ? 0 : null);

/** The score of a final value, 0.0 to 1.0; null where there is nothing to count from, or target and start are one. */
export const scoreOf = (terms: Pick<Terms, 'baseline' | 'metric' | 'target'>, final: number): number | null => {
  const start = scoreStart(terms);
  if (start === null || start === terms.target) return null;
  return toTenth(Math.max(0, Math.min(1, (final - start) / (terms.target - start))));
};

/** To one decimal, halves up; the nearest a decimal can come to what was counted. */
export const toTenth = (share: number): number => Math.round(share * 10 + 1e-9) / 10;

export const bandOf = (score: number): Band => (score >= 0.7 ? 'green' : score >= 0.4 ? 'yellow' : 'red');
