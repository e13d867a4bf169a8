/**
 * Finishes: in which working day each place of an ordered list was done, trial by trial; and what a person reads off it.
 *
 * Working days count from 1, the first working day on or after the day of the forecast; five make a week. 0 is never
 * a finish. NEVER stands where a trial did not get there within MOST_WEEKS.
 *
 * forecastOf
 * In    finishes    from a simulator; `day` holds trial after trial for place 0, then for place 1, …
 *       deadline    last working day that still counts; 0 or less: nothing can be in time
 * Out   p10 … p95   smallest working day by which the place is done in at least that share of the trials;
 *                   NEVER where that lies beyond MOST_WEEKS
 *       within      share of the trials in which the place is done by the deadline, in [0, 1]
 *
 * Quantiles are the smallest d with P(D ≤ d) ≥ q, as in vectors/forecast_backlog_scores.json: never between two days.
 * A share of M trials is off by at most 4·√(p(1−p)/M) (0.014 at 85 % and 10,000 trials).
 */
export const WORKDAYS = 5;
export const NEVER = 65_535;
/** Fifty years: what lies beyond is a wish, not a forecast. */
export const MOST_WEEKS = 2_600;

/** `day.length` is `places * trials`. */
export type Finishes = { readonly places: number; readonly trials: number; readonly day: Uint16Array };

export type PlaceForecasts = {
  readonly places: number;
  readonly trials: number;
  readonly p10: Uint16Array;
  readonly p50: Uint16Array;
  readonly p85: Uint16Array;
  readonly p90: Uint16Array;
  readonly p95: Uint16Array;
  readonly within: Float64Array;
};

const LEVELS = ['p10', 'p50', 'p85', 'p90', 'p95'] as const;
const SHARE = { p10: 0.1, p50: 0.5, p85: 0.85, p90: 0.9, p95: 0.95 } as const;

export const forecastOf = ({ places, trials, day }: Finishes, deadline: number): PlaceForecasts => {
  const found = {
    places,
    trials,
    p10: new Uint16Array(places),
    p50: new Uint16Array(places),
    p85: new Uint16Array(places),
    p90: new Uint16Array(places),
    p95: new Uint16Array(places),
    within: new Float64Array(places),
  };
  const counts = new Uint32Array(NEVER + 1);
  const wanted = LEVELS.map((level) => Math.ceil(SHARE[level] * trials - 1e-9));
  for (let place = 0; place < places; place++) {
    const from = place * trials;
    let low = NEVER;
    let high = 0;
    let inTime = 0;
    for (let i = from; i < from + trials; i++) {
      const d = day[i]!;
      counts[d]! += 1;
      if (d < low) low = d;
      if (d > high) high = d;
      if (d <= deadline) inTime++;
    }
    let seen = 0;
    let next = 0;
    for (let d = low; d <= high; d++) {
      seen += counts[d]!;
      while (next < LEVELS.length && seen >= wanted[next]!) found[LEVELS[next++]!][place] = d;
    }
    counts.fill(0, low, high + 1);
    found.within[place] = inTime / trials;
  }
  return found;
};
