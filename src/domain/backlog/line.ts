/**
 * The capacity line: how far down the Backlog the recorded person-days of this quarter reach. Only what people recorded
 * counts: sizes, finished work and weekly hours; unsized work weighs nothing, since nobody said what it takes.
 *
 * Work that serves no outcome may not be ordered above the line unless somebody has written why it helps later.
 */
import { quarterOf } from '../../kernel/fiscal.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { dayIn, type Instant } from '../../kernel/zone.ts';
import { recordedCapacity } from '../capacity/recorded.ts';
import type { Item, ItemBook } from './item.ts';
import { sizeOf } from './sizing.ts';

/** `days`: what this quarter’s recorded capacity can carry in all. */
export type LineRefusal = { readonly code: 'unjustified-above-line'; readonly item: ItemId; readonly days: number };

/** Serves no outcome, and nobody has written why it helps later. */
export const isUnjustified = (book: Pick<ItemBook, 'priority'>, { priority, foundational }: Item): boolean =>
  foundational === null && ((priority !== null && book.priority.get(priority)?.outcomes.length) || 0) === 0;

/** An order passes unless it lifts unjustified work above the line; `was` is the order that stands. Nothing is checked where nobody recorded capacity. */
export const checkLine = (
  book: ItemBook,
  at: Instant,
  was: readonly ItemId[],
  now: readonly ItemId[],
  moved: ReadonlySet<ItemId>,
): Result<null, LineRefusal> => {
  const suspects = [...moved].filter((id) => isUnjustified(book, book.item.get(id)!));
  const company = book.company.get('company');
  if (suspects.length === 0 || !company) return ok(null);
  const quarter = quarterOf(company.fiscal, dayIn(company.zone, at));
  const { days } = recordedCapacity(book, quarter.id);
  if (days === null) return ok(null);
  const finished = [...book.item.values()].filter(
    ({ finishedOn, retired }) => !retired && finishedOn !== null && finishedOn >= quarter.from && finishedOn < quarter.to,
  );
  let used = finished.reduce((sum, item) => sum + (sizeOf(book, item).days ?? 0), 0);
  const placeWas = new Map(was.map((id, n) => [id, n]));
  for (const [n, id] of now.entries()) {
    if (used >= days) break;
    const item = book.item.get(id);
    if (!item || item.retired || item.finishedOn) continue;
    if (suspects.includes(id) && n < (placeWas.get(id) ?? Infinity)) return refuse({ code: 'unjustified-above-line', item: id, days });
    used += sizeOf(book, item).days ?? 0;
  }
  return ok(null);
};
