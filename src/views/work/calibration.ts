/** What t-shirt sizes have meant so far: a suggestion for the calibration, which people decide. */
import { SHIRTS, type Shirt, type ShirtDays } from '../../domain/backlog/practice.ts';
import type { Book } from '../../domain/book.ts';
import type { TeamId } from '../../kernel/ids.ts';
import { workingDaysBetween } from '../../kernel/workdays.ts';
import { calendarFor } from './flow.ts';

export type Suggested = {
  readonly shirt: Shirt;
  /** Median working days in work of finished items of this size; null with fewer than LEAST. */
  readonly days: number | null;
  readonly n: number;
};
/** So many finished items of a size are enough to suggest what it means. */
export const LEAST = 3;

/** By size: the median cycle time of finished items, which is person-days where one person works on an item at a time. */
export const suggestedDays = (book: Book, team: TeamId | null): readonly Suggested[] =>
  SHIRTS.map((shirt) => {
    const found = [...book.item.values()]
      .filter((i) => i.shirt === shirt && i.startedOn && i.finishedOn && !i.retired && (team === null || i.team === team))
      .map((i) => workingDaysBetween(calendarFor(book, i.team), i.startedOn!, i.finishedOn!))
      .toSorted((a, b) => a - b);
    const half = found.length >> 1;
    const median = found.length === 0 ? null : found.length % 2 === 1 ? found[half]! : (found[half - 1]! + found[half]!) / 2;
    return { shirt, days: found.length >= LEAST ? median : null, n: found.length };
  });

/** The suggestion as a calibration; null while a size lacks finished work or the sizes do not grow. */
export const suggestion = (found: readonly Suggested[]): ShirtDays | null => {
  const days = found.map((s) => s.days);
  if (days.some((d) => d === null) || days.some((d, i) => i > 0 && d! < days[i - 1]!)) return null;
  const [S, M, L, XL] = days as number[];
  return { S: S!, M: M!, L: L!, XL: XL! };
};
