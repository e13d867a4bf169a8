/**
 * What would have to drop for a request to be sooner: the place from which its work is 85 % sure to be done in time,
 * and what that does to the work it would pass. Both are worked out by moving it there, not guessed.
 */
import type { Book } from '../../domain/book.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { orderOf } from '../work/backlog.ts';
import { dayWords, list, plural, tally } from '../words/format.ts';
import type { Dates, DatesOf } from './dates.ts';

export type Sooner = {
  readonly text: string;
  /** The place to ask for; null where no other place would help, or none is needed. */
  readonly place: number | null;
};

/** The order in which this item stood at that place, from 1. */
export const movedTo = (order: readonly ItemId[], item: ItemId, place: number): ItemId[] =>
  order.filter((id) => id !== item).toSpliced(place - 1, 0, item);

/** null where nothing can be said: the item has no dates or is not open. `by` is the day it has to be done by. */
export const soonerFor = (
  book: Book,
  item: ItemId,
  { dates, datesOf, by, today, decider }: { dates: Dates; datesOf: DatesOf; by: Day; today: Day; decider: string },
): Sooner | null => {
  const order = orderOf(book);
  const at = order.indexOf(item);
  const own = dates.of(item);
  if (at < 0 || !own) return null;
  const day = dayWords(by, today);
  if (own.p85 <= by) return { text: `It is 85 % sure to be done by ${day} where it stands. Nothing has to drop.`, place: null };
  // The place whose work is sure in time now is where to look first; from there upwards until it holds.
  const near = order.slice(0, at).findLastIndex((id) => (dates.of(id)?.p85 ?? '9') <= by) + 1;
  for (const place of new Set([Math.min(near + 1, at), near, Math.ceil(near / 2), 1])) {
    if (place < 1 || place > at) continue;
    const then = datesOf(book, today, movedTo(order, item, place));
    const mine = then.of(item);
    if (!mine || mine.p85 > by) continue;
    return {
      place,
      text: `For 85 % sure by ${day} you need place ${place}. ${passedText(book, order.slice(place - 1, at), dates, then)} ${decider} can decide that, with a reason.`,
    };
  }
  return { place: null, text: `No place in the queue would make it 85 % sure by ${day}${at === 0 ? ': it stands first already' : ''}.` };
};

const passedText = (book: Book, passed: readonly ItemId[], now: Dates, then: Dates): string => {
  const later = passed.map((id) => {
    const [was, is] = [now.of(id)?.p50, then.of(id)?.p50];
    return { id, days: was && is ? daysBetween(was, is) : null };
  });
  if (book.company.get('company')?.titlesShown && later.length <= 3)
    return `${list(later.map(({ id, days }) => `“${book.item.get(id)!.title}” would then end ${days === null ? 'later' : `${tally(days, 'day')} later`}`))}.`;
  const known = later.flatMap(({ days }) => days ?? []);
  const most = Math.max(0, ...known);
  const least = Math.min(...known);
  const how = known.length === 0 ? 'later' : least === most ? `${tally(most, 'day')} later` : `${least} to ${tally(most, 'day')} later`;
  return `${passed.length === 1 ? 'The item' : `The ${plural(passed.length, 'item')}`} it would pass would then end ${how}.`;
};
