/** Where days stand on a Blueprint's calendar: shares of its width, from 0 to 1. */
import { addDays, daysBetween, partsOf, type Day } from '../../kernel/day.ts';
import { monthsOfQuarter } from '../../kernel/fiscal-month.ts';
import { weekOf, type Fiscal, type Period } from '../../kernel/fiscal.ts';

export type Span = { readonly from: Day; readonly to: Day };
/** Left edge and width of a bar; both within the calendar, a bar outside of it has no width. */
export type Bar = { readonly left: number; readonly width: number };

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const within = (share: number): number => Math.max(0, Math.min(1, share));

/** The left edge of a day; `days` is half-open. */
export const placeOf = (days: Span, day: Day): number => within(daysBetween(days.from, day) / daysBetween(days.from, days.to));

/** A bar from the start of its first day to the end of its last. */
export const barOf = (days: Span, span: Span): Bar => {
  const left = placeOf(days, span.from);
  return { left, width: Math.max(0, placeOf(days, addDays(span.to, 1)) - left) };
};

/** The months of the quarter with their names; a month of 4-4-5 is called after the calendar month in which most of it lies. */
export const monthMarks = (
  fiscal: Fiscal,
  period: Period,
): readonly { readonly name: string; readonly left: number; readonly from: Day }[] =>
  monthsOfQuarter(fiscal, period.id).map(({ from, to }) => ({
    name: MONTHS[partsOf(addDays(from, Math.floor(daysBetween(from, to) / 2))).month - 1]!,
    left: placeOf(period, from),
    from,
  }));

/** Every week of the quarter, counted from its first day. */
export const weekMarks = (period: Period): readonly { readonly n: number; readonly left: number; readonly from: Day }[] =>
  Array.from({ length: weekOf(period, period.from).of }, (_, i) => {
    const from = addDays(period.from, i * 7);
    return { n: i + 1, left: placeOf(period, from), from };
  });

/** The day at a share of the calendar's width. */
export const dayAt = (days: Span, share: number): Day => addDays(days.from, Math.round(share * daysBetween(days.from, days.to)));

/** A span moved by some days, kept inside the calendar with its length. */
export const movedBy = (days: Span, { from, to }: Span, by: number): Span => {
  const least = -Math.max(0, daysBetween(days.from, from));
  const most = Math.max(0, daysBetween(to, addDays(days.to, -1)));
  const step = Math.max(least, Math.min(most, by));
  return { from: addDays(from, step), to: addDays(to, step) };
};

/** A span whose start (-1) or end (1) moved by some days: never shorter than a day, never outside the calendar. */
export const stretchedBy = (days: Span, { from, to }: Span, edge: -1 | 1, by: number): Span => {
  if (edge === 1) {
    const end = addDays(to, by);
    const last = addDays(days.to, -1);
    return { from, to: end < from ? from : end > last ? last : end };
  }
  const start = addDays(from, by);
  return { from: start > to ? to : start < days.from ? days.from : start, to };
};
