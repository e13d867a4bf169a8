/**
 * Arrivals: how many deals (or leads) will begin in the weeks to come, from how many began in the weeks before.
 *
 * In    counts   whole weeks, oldest first, without gaps (a week with none is 0)
 * Out   paceOf       a week's mean: the level of late weeks (half-life HALF_LIFE weeks) and a growth that is damped and shrunk
 *                    by how little the weeks can tell
 *       expectedIn   mean of week u = 1, 2, … after the last
 *       wildness     how far the same method was off before, beyond what chance alone gives, as a squared share of what was
 *                    expected over `weeks` weeks; pooled with a prior of PRIOR² worth PRIOR_WINDOWS windows
 *       null         fewer than LEAST_WEEKS weeks: no pace
 *
 * What drives the arrivals is not modelled: the pace of late weeks already contains work of the usual kind and size.
 * Not for seasons: two years of weeks cannot tell a season from a year, so a season shows as wildness.
 *
 * Source: damped trend: Gardner & McKenzie, Management Science 31 (1985) 1237–1246, doi:10.1287/mnsc.31.10.1237.
 * Checked against: Poisson weeks with known pace, and coverage on known truth (bench/forecast-truth.bench.ts).
 */
export const LEAST_WEEKS = 8;
const HALF_LIFE = 10;
const QUARTER = 13;
/** Standard deviation of a true growth from one quarter to the next, as a share. */
const GROWTH = 0.25;
const DAMPED = 0.93;
/** Windows of a year ago count half. */
const YEAR = 52;
/** Windows in which fewer were expected tell more of chance than of the pace. */
const LEAST_EXPECTED = 8;
const PRIOR = 0.15;
const PRIOR_WINDOWS = 4;

export type Pace = { readonly level: number; readonly growth: number };

export const paceOf = (counts: readonly number[]): Pace | null => {
  if (counts.length < LEAST_WEEKS) return null;
  let weight = 0;
  let level = 0;
  counts.forEach((n, i) => {
    const w = 0.5 ** ((counts.length - 1 - i) / HALF_LIFE);
    weight += w;
    level += w * n;
  });
  const part = (from: number, to: number): number =>
    counts.slice(Math.max(0, counts.length - from), counts.length - to).reduce((a, b) => a + b, 0);
  const [late, before] = [part(QUARTER, 0), part(2 * QUARTER, QUARTER)];
  if (counts.length < 2 * QUARTER || before === 0 || late === 0) return { level: level / weight, growth: 0 };
  const unsure = 1 / late + 1 / before + 0.02;
  return { level: level / weight, growth: Math.log(late / before) * (GROWTH ** 2 / (GROWTH ** 2 + unsure)) };
};

export const expectedIn = ({ level, growth }: Pace, week: number): number =>
  level * Math.exp((growth / QUARTER) * ((1 - DAMPED ** week) / (1 - DAMPED)));

/** Sum over the next so many weeks. */
const expectedOver = (pace: Pace, weeks: number): number => {
  let sum = 0;
  for (let u = 1; u <= weeks; u++) sum += expectedIn(pace, u);
  return sum;
};

export const wildness = (counts: readonly number[], weeks: number): number => {
  let excess = 0;
  let windows = 0;
  for (let end = QUARTER; end + weeks <= counts.length; end += 2) {
    const pace = paceOf(counts.slice(Math.max(0, end - 104), end))!;
    const expected = expectedOver(pace, weeks);
    if (expected < LEAST_EXPECTED) continue;
    const happened = counts.slice(end, end + weeks).reduce((a, b) => a + b, 0);
    const weight = 0.5 ** ((counts.length - end - weeks) / YEAR);
    excess += weight * (((happened - expected) ** 2 - expected) / expected ** 2);
    windows += weight;
  }
  // Windows overlap: so many of them that do not are in there.
  const apart = (windows * 2) / Math.max(2, weeks);
  const found = windows === 0 ? 0 : excess / windows;
  return Math.max(0.001, Math.min(1, (found * apart + PRIOR ** 2 * PRIOR_WINDOWS) / (apart + PRIOR_WINDOWS)));
};
