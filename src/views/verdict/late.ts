/**
 * Late: how much of an outcome that comes long after its case can have come by now, from the lag that was measured.
 *
 * Expected   mean over the cases of the share that has come by their age, of all that ever come: 0.35 means that about a third is in
 * The word of the rule never rests on it: claims that something is missing wait for ripe cases (models/verdict/look.ts).
 */
import { daysBetween, type Day } from '../../kernel/day.ts';
import { shareBy, type LagFit } from '../../models/lag/fit.ts';
import { count } from '../words/format.ts';
import { countedWords } from '../words/criteria.ts';
import { isByHand, isLate } from './counted.ts';
import { points } from './points.ts';
import type { Point } from './series.ts';
import type { VerdictInput } from './verdict-input.ts';

export type Late = {
  /** Share of all that ever come which is expected by now; null where no lag is known or no case began. */
  readonly expected: number | null;
  readonly halfDays: number | null;
  readonly waitDays: number | null;
  readonly early: boolean;
  readonly text: string;
};

/** Under this share, what has come says little about what will. */
const EARLY = 0.5;

export const lateOf = ({ criteria: { measure }, measured, lag, today }: VerdictInput, points_: readonly Point[]): Late | null => {
  if (isByHand(measure) || measured === null) return null;
  if (!isLate(measure)) {
    const text = `Whether it is too few is judged only by cases that had ${measured.wait} days to answer.`;
    return { expected: null, halfDays: null, waitDays: measured.wait, early: false, text };
  }
  const what = countedWords(measure.of);
  if (lag === null || measured.wait === null)
    return {
      expected: null,
      halfDays: null,
      waitDays: null,
      early: true,
      text: `How long ${what} take is not known yet: too few have come. So nothing is said about too few of them; that there are enough can be said at any time.`,
    };
  const expected = expectedBy(lag.fit, points_, today);
  const early = expected === null || expected < EARLY;
  const half = Math.round(lag.half);
  return {
    expected,
    halfDays: lag.half,
    waitDays: measured.wait,
    early,
    text: `${early ? 'Too early: half' : 'Half'} of ${what} comes after ${count(half)} days (${lag.from} to ${lag.to}, from ${count(lag.came)} that came)${expected === null ? '' : `; about ${points(expected)} of what these cases will bring can have come by now`}. Whether it is too few is judged only by cases older than ${count(measured.wait)} days.`,
  };
};

const expectedBy = (fit: LagFit, series: readonly Point[], today: Day): number | null => {
  let [cases, come, before] = [0, 0, 0];
  for (const { on, seen } of series) {
    const n = seen.arms.reduce((sum, arm) => sum + arm.n, 0);
    cases += n - before;
    come += ((n - before) * shareBy(fit, daysBetween(on, today))) / (1 - fit.never);
    before = n;
  }
  return cases === 0 ? null : come / cases;
};
