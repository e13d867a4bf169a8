/**
 * Key touches: which touch made the lead, and which opened the deal.
 *
 * FT   first touch      the first counted touch
 * LC   lead creation    the last counted touch up to the moment the lead was created
 * OC   deal creation    the last counted touch up to the moment the deal was opened
 * CW   closed-won       the last counted touch up to the close
 *
 * The deal is the unit: touches of all its people stand in one line, and where several of them became leads, the
 * first that did counts. A moment given as a date ends that local day, a touch given as a date begins it, so a
 * touch and a milestone of one day without hours count as "before".
 *
 * Null  a milestone has no touch (-1) where its date is not known, or no counted touch lies before it
 * Source: HubSpot, "lead creation: last interaction before the person became a contact; deal creation: last interaction among
 *   associated contacts before the deal was created; closed-won: last interaction before the deal moved to closed-won".
 * Checked against: vectors/attribution_small.json (b2b_300, W).
 */

/**
 * Index, counted from `from`, of the last of n moments in order of time that lies at or before `moment`; -1 for none, and
 * where `moment` is null or NaN. Moments and milestone are in one unit (days or seconds, local or UTC).
 */
export const lastUpTo = (moments: ArrayLike<number>, from: number, n: number, moment: number | null): number => {
  if (moment === null) return -1;
  for (let i = n - 1; i >= 0; i -= 1) if (moments[from + i]! <= moment) return i;
  return -1;
};

/** The four key touches of a journey by name, for labels; absent where a milestone has no touch. */
export type KeyTouch = 'first' | 'lead' | 'opened' | 'last';

export const keyTouchesOf = (journey: { readonly n: number; readonly lead: number; readonly opened: number }, i: number): KeyTouch[] => [
  ...(i === 0 ? ['first' as const] : []),
  ...(i === journey.lead ? ['lead' as const] : []),
  ...(i === journey.opened ? ['opened' as const] : []),
  ...(i === journey.n - 1 ? ['last' as const] : []),
];
