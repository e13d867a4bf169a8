/** Measured throughput: what the team finished in the last whole weeks, from the dates on its work items. */
import type { Item } from '../../domain/backlog/item.ts';
import type { Book } from '../../domain/book.ts';
import { addDays, dayNumber, type Day } from '../../kernel/day.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { weeklyCounts } from '../../models/delivery/weeks.ts';

/** The customary window: a quarter of weeks, recent enough to be the same team (backtest in docs/decisions). */
export const WINDOW = 12;

export type Throughput = {
  /** Finished items a week, oldest first; at most WINDOW of them, fewer where the record is shorter. */
  readonly weeks: readonly number[];
  /** Half-open: the days the weeks span. */
  readonly from: Day;
  readonly to: Day;
  /** The items counted, latest first. */
  readonly items: readonly ItemId[];
  /** Items a week; null without a whole week of record. */
  readonly perWeek: number | null;
};

/** The first day on which something began or was finished; null where nothing ever did. */
const recordedSince = (items: Iterable<Item>): Day | null => {
  let first: Day | null = null;
  for (const { startedOn, finishedOn } of items) {
    for (const day of [startedOn, finishedOn]) if (day !== null && (first === null || day < first)) first = day;
  }
  return first;
};

export const throughputOf = (book: Book, today: Day): Throughput => {
  const since = recordedSince(book.item.values());
  const length = since === null ? 0 : Math.max(0, Math.min(WINDOW, Math.floor((dayNumber(today) - dayNumber(since)) / 7)));
  const from = addDays(today, -7 * length);
  const counted = [...book.item.values()]
    .filter((item) => !item.retired && item.finishedOn !== null && item.finishedOn >= from && item.finishedOn < today)
    .toSorted((a, b) => (a.finishedOn! < b.finishedOn! ? 1 : -1));
  const weeks = weeklyCounts(
    counted.map((item) => dayNumber(item.finishedOn!)),
    dayNumber(today),
    length,
  );
  return { weeks, from, to: today, items: counted.map((item) => item.id), perWeek: length === 0 ? null : counted.length / length };
};
