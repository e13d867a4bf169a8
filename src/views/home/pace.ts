/**
 * Pace: where an outcome would stand today if it moved evenly from its start to its target.
 * Plain arithmetic, not a forecast, and named so wherever it is shown; a later forecast takes its place.
 */
import type { Outcome } from '../../domain/strategy/outcome.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';

export type Standing = 'reached' | 'ahead' | 'behind' | 'missed' | 'early' | 'unknown';

/** In the first sixth of its time an even pace says nothing. */
const EARLY = 1 / 6;
/** Within a twentieth of the even pace is on it. */
const SLACK = 0.05;

/** Share of its time that has passed: 0 before it begins, 1 when it is due. */
export const elapsed = ({ from, due }: Pick<Outcome, 'from' | 'due'>, today: Day): number => {
  const whole = daysBetween(from, due) + 1;
  return Math.max(0, Math.min(1, (daysBetween(from, today) + 1) / whole));
};

/**
 * Where it starts from: what is summed up within its time starts from nothing, a level from its baseline.
 * A reported value below its baseline, where more is wanted, is such a sum: fewer meetings than last quarter, so far.
 */
export const startOf = ({ metric, baseline, target, checkIns }: Outcome): number => {
  if (metric.kind === 'measured') return metric.measure === 'open-pipeline' ? (baseline ?? 0) : 0;
  if (baseline === null) return 0;
  const sums = metric.unit !== 'percent' && target > baseline && checkIns.some((c) => c.value < baseline);
  return sums ? 0 : baseline;
};

/** Where an even pace would be today, in the unit of the outcome; null before it says anything. */
export const paceOf = (o: Outcome, today: Day): number | null => {
  const gone = elapsed(o, today);
  if (gone < EARLY || today > o.due) return null;
  const start = startOf(o);
  return start + (o.target - start) * gone;
};

/** How it stands. More is better, unless the target lies below the baseline. */
export const standingOf = (o: Outcome, value: number | null, today: Day): Standing => {
  if (value === null) return 'unknown';
  const start = startOf(o);
  const up = o.target >= start;
  if (up ? value >= o.target : value <= o.target) return 'reached';
  if (today > o.due) return 'missed';
  const pace = paceOf(o, today);
  if (pace === null) return 'early';
  const slack = Math.abs(o.target - start) * SLACK;
  return (up ? value >= pace - slack : value <= pace + slack) ? 'ahead' : 'behind';
};

export const STANDING_WORDS: {
  readonly [S in Standing]: { readonly kind: 'on' | 'risk' | 'off' | 'early' | 'unknown'; readonly text: string };
} = {
  reached: { kind: 'on', text: 'Reached' },
  ahead: { kind: 'on', text: 'On pace' },
  behind: { kind: 'risk', text: 'Behind pace' },
  missed: { kind: 'off', text: 'Missed' },
  early: { kind: 'early', text: 'Too early to say' },
  unknown: { kind: 'unknown', text: 'Not known' },
};
