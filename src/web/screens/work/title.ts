/** The Backlog's title: its finding, or what the row in the hand would do. */
import type { Book } from '../../../domain/book.ts';
import type { Day } from '../../../kernel/day.ts';
import type { PriorityId } from '../../../kernel/ids.ts';
import { consequence, fits } from '../../../views/delivery/moved.ts';
import { priorityDates } from '../../../views/delivery/priority-dates.ts';
import { contradictionFinding, contradictions } from '../../../views/work/contradictions.ts';
import { dayWords, percent, plural, short } from '../../../views/words/format.ts';
import type { BacklogNow } from './use-backlog.ts';
import type { Held } from './use-order.ts';

export const titleOf = (
  book: Book,
  today: Day,
  { before, after, shifts, ids }: BacklogNow,
  held: Held | null,
  only: PriorityId | null,
): { readonly title: string; readonly sub: string } => {
  const finding = `${fits(after, 'this quarter')}.`;
  if (held)
    return {
      title: `${finding} Moving “${short(book.item.get(held.item)!.title, 28)}” to place ${held.to + 1}.`,
      sub: `${held.from === held.to ? '' : `${consequence(held.item, shifts)} `}Let go to keep, Esc to put it back.`,
    };
  const of = only === null ? undefined : priorityDates(book, before).get(only);
  const name = only === null ? undefined : book.priority.get(only)?.title;
  if (of?.last.p85)
    return {
      title: `“${short(name ?? '', 60)}” is 85 % sure to be finished by ${dayWords(of.last.p85, today)}.`,
      sub: `${plural(of.open, 'item is', 'items are')} open; the last stands at place ${of.last.place} of ${ids.length}. ${percent(of.last.chance ?? 0)} likely by ${dayWords(before.lastDay, today)}.`.replace(
        /^./,
        (c) => c.toUpperCase(),
      ),
    };
  if (ids.length === 0)
    return {
      title: 'Nothing stands in the Backlog yet.',
      sub: 'One ordered list for all teams: what is asked for, by whom, and which outcome it serves.',
    };
  const order = contradictionFinding(new Set(contradictions(book, ids).map(({ item }) => item)).size);
  const how = before.lines
    ? 'One ordered list for all teams. Drag to reorder; every date moves with your finger.'
    : 'One ordered list for all teams. Drag to reorder.';
  return { title: finding, sub: order === null ? how : `${order} ${how}` };
};
