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
/** In weeks. */
const HALF_LIVES = [1.5, 3, 5, 10, 20] as const;
/** Weeks that say what the first guess is. */
const FIRST = 3;
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
  const level = levelOf(counts);
  const part = (from: number, to: number): number =>
    counts.slice(Math.max(0, counts.length - from), counts.length - to).reduce((a, b) => a + b, 0);
  const [late, before] = [part(QUARTER, 0), part(2 * QUARTER, QUARTER)];
  if (counts.length < 2 * QUARTER || before === 0 || late === 0) return { level, growth: 0 };
  const unsure = 1 / late + 1 / before + 0.02;
  return { level, growth: Math.log(late / before) * (GROWTH ** 2 / (GROWTH ** 2 + unsure)) };
};

/** Mean of late weeks: for each half-life what it would have said of each week, and the more weight the nearer it came. */
const levelOf = (counts: readonly number[]): number => {
  const n = counts.length;
  const found = HALF_LIVES.map((halfLife) => {
    const keep = 0.5 ** (1 / halfLife);
    let [weight, sum, missed, tried] = [0, 0, 0, 0];
    counts.forEach((count, i) => {
      if (i >= FIRST) {
        const late = 0.5 ** ((n - i) / QUARTER);
        missed += late * 4 * (Math.sqrt(count + 0.375) - Math.sqrt(sum / weight + 0.375)) ** 2;
        tried += late;
      }
      weight = weight * keep + 1;
      sum = sum * keep + count;
    });
    return { level: sum / weight, missed, tried };
  });
  const least = Math.min(...found.map(({ missed, tried }) => Math.max(1, missed / tried)));
  let [all, level] = [0, 0];
  for (const one of found) {
    const w = Math.exp(-(one.missed - one.tried * least) / (2 * least));
    all += w;
    level += w * one.level;
  }
  return level / all;
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
