/**
 * Enough: what there is to learn from on a day, against what is needed.
 *
 * In    known   the past as known at the end of `day` (past.ts, knownBy)
 * Out   counts, and codes of what is lacking; `canForecast` for one figure: deals opened need less than what is won or lost
 * Checked against: counts by hand (fit.test.ts).
 */
import { LEAST_WEEKS } from './arrivals.ts';
import type { Past } from './past.ts';
import type { FigureName } from './figures.ts';

export type Enough = {
  readonly opened: number;
  readonly closed: number;
  readonly won: number;
  readonly weeks: number;
  /** Codes of what is lacking for deals opened, and for what is won or lost; empty where enough is known. */
  readonly lacking: readonly ('opened' | 'closed' | 'won' | 'weeks' | 'close-weeks')[];
};

export const NEEDED = { opened: 20, closed: 20, won: 5, weeks: LEAST_WEEKS, closeWeeks: 12 } as const;

/** What there is to learn from, against what is needed. */
export const enoughOf = ({ deals, since }: Past, day: number): Enough => {
  const closed = deals.filter((d) => d.closed !== null);
  const won = closed.filter((d) => d.won).length;
  const weeks = Math.floor((day - deals.reduce((least, d) => Math.min(least, d.opened), day)) / 7);
  const closeWeeks = closed.length === 0 ? 0 : Math.floor((day - since) / 7);
  return {
    opened: deals.length,
    closed: closed.length,
    won,
    weeks,
    lacking: [
      ...(deals.length < NEEDED.opened ? ['opened' as const] : []),
      ...(weeks < NEEDED.weeks ? ['weeks' as const] : []),
      ...(closed.length < NEEDED.closed ? ['closed' as const] : []),
      ...(won < NEEDED.won ? ['won' as const] : []),
      ...(closeWeeks < NEEDED.closeWeeks ? ['close-weeks' as const] : []),
    ],
  };
};

/** Enough is known for this figure. */
export const canForecast = (known: Past, figure: FigureName, day: number): boolean => {
  const { lacking } = enoughOf(known, day);
  return figure === 'opened' ? !lacking.includes('opened') && !lacking.includes('weeks') : lacking.length === 0;
};
