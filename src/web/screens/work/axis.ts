/** The time axis of the when-strips: from today to as far again beyond the period's end. */
import { addMonths, daysBetween, type Day } from '../../../kernel/day.ts';

export type Axis = { readonly from: Day; readonly days: number; readonly end: Day };

/** At least eight weeks are drawn, however near the period's end is. */
const LEAST = 56;

export const axisOf = (today: Day, lastDay: Day): Axis => ({
  from: today,
  days: Math.max(LEAST, 2 * daysBetween(today, lastDay)),
  end: lastDay,
});

/** Where a day lies, 0 to 1; beyond the ends it is cut. */
export const along = ({ from, days }: Axis, day: Day): number => Math.max(0, Math.min(1, daysBetween(from, day) / days));

/** Firsts of months to name, not too near to today, to the period's end or to the end of the axis. */
export const monthsOn = (axis: Axis): Day[] => {
  const firsts = Array.from({ length: 24 }, (_, i) => `${addMonths(axis.from, i + 1).slice(0, 8)}01`);
  const end = along(axis, axis.end);
  return firsts
    .filter((day) => daysBetween(axis.from, day) < axis.days * 0.94 && along(axis, day) > 0.2 && Math.abs(along(axis, day) - end) > 0.17)
    .filter((day, i, all) => i === 0 || along(axis, day) - along(axis, all[0]!) > 0.2 * i);
};
