/**
 * Enough to draw a curve, and when there will be.
 *
 * ENOUGH     at least 20 watched of which 5 came. Fewer events than about five leave the half-by day open by more than a factor of
 *            two at 80 % (the error of ln σ and of a median of a Weibull is near 1/√events); fewer than 20 watched leave the share
 *            that comes open by more than 15 points either way
 * daysToEnough   days until both are reached if things go on as they lately have, at least 1
 *
 * In    n, events   so far;  recent  how many of each in the last `days` days (≥ 1)
 *       rate        share that comes in all groups, for one of which lately none came
 * Out   0 there is enough; whole days until then; null: at this pace never, or not within ten years
 *
 * Source: asymptotic variance of Weibull and exponential estimates, n·events⁻¹ (Kalbfleisch & Prentice 2002, ch. 3).
 * Checked against: by hand; the coverage of the smallest curves drawn (lag-truth.test.ts).
 */
export const ENOUGH = { n: 20, events: 5 } as const;
const LONGEST = 3653;

export type Evidence = { readonly n: number; readonly events: number };

export const isEnough = ({ n, events }: Evidence): boolean => n >= ENOUGH.n && events >= ENOUGH.events;

export const daysToEnough = ({ n, events }: Evidence, days: number, rate: number, recent: Evidence): number | null => {
  if (isEnough({ n, events })) return 0;
  const pace = recent.n / Math.max(1, days);
  const come = recent.events > 0 ? recent.events / Math.max(1, days) : pace * rate;
  const wait = Math.max(n < ENOUGH.n ? (ENOUGH.n - n) / pace : 0, events < ENOUGH.events ? (ENOUGH.events - events) / come : 0);
  return wait <= LONGEST ? Math.max(1, Math.ceil(wait)) : null;
};
