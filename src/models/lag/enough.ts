/**
 * Enough to draw a curve, and when there will be.
 *
 * ENOUGH     at least 20 watched of which 5 came. Fewer events than about five leave the half-by day open by more than a factor of
 *            two at 80 % (the error of ln σ and of a median of a Weibull is near 1/√events); fewer than 20 watched leave the share
 *            that comes open by more than 15 points either way
 * ripeOn     the day on which both are reached if things go on as they have, no earlier than tomorrow
 *
 * In    n, events    so far;  days  how many days they took (≥ 1);  rate  share that comes elsewhere, for a group of which none came yet
 * Out   days until then, whole; null: at this pace never, or not within ten years
 *
 * Source: asymptotic variance of Weibull and exponential estimates, n·events⁻¹ (Kalbfleisch & Prentice 2002, ch. 3).
 * Checked against: by hand; the coverage of the smallest curves drawn (lag-truth.test.ts).
 */
export const ENOUGH = { n: 20, events: 5 } as const;
const LONGEST = 3653;

export type Evidence = { readonly n: number; readonly events: number };

export const isEnough = ({ n, events }: Evidence): boolean => n >= ENOUGH.n && events >= ENOUGH.events;

export const daysToEnough = ({ n, events }: Evidence, days: number, rate: number): number | null => {
  if (isEnough({ n, events })) return 0;
  const pace = n / Math.max(1, days);
  const come = events > 0 ? events / Math.max(1, days) : pace * rate;
  const wait = Math.max(n < ENOUGH.n ? (ENOUGH.n - n) / pace : 0, events < ENOUGH.events ? (ENOUGH.events - events) / come : 0);
  return wait <= LONGEST ? Math.max(1, Math.ceil(wait)) : null;
};
