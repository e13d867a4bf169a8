/**
 * The Backlog as one ordered list: what each item serves, and what is wrong with it.
 * Finished and dropped items leave the list; an item the order does not name stands at its end.
 */
import type { Item } from '../../domain/backlog/item.ts';
import { sizeOf } from '../../domain/backlog/sizing.ts';
import type { Moscow, Priority } from '../../domain/blueprint/priority.ts';
import type { Book } from '../../domain/book.ts';
import type { Outcome } from '../../domain/strategy/outcome.ts';
import type { ItemId, PriorityId } from '../../kernel/ids.ts';
import { capital, days, plural } from '../words/format.ts';
import { contradictionFinding, contradictions } from './contradictions.ts';

export type ItemState = 'open' | 'started' | 'finished' | 'dropped';

export type BacklogRow = {
  readonly item: Item;
  /** Place in the agreed order, from 1; null for one that is finished or dropped. */
  readonly place: number | null;
  readonly state: ItemState;
  readonly priority: Priority | null;
  readonly moscow: Moscow | null;
  readonly outcomes: readonly Outcome[];
  /** Serves no outcome and is not foundational. */
  readonly orphan: boolean;
  readonly campaigns: number;
};

/** Where an item stands. */
export const stateOf = (item: Item): ItemState =>
  item.retired ? 'dropped' : item.finishedOn ? 'finished' : item.startedOn ? 'started' : 'open';

/** Items in the agreed order, finished and dropped ones left out. */
export const orderOf = (book: Book): ItemId[] => {
  const order = book.backlog.get('backlog')?.items ?? [];
  const named = new Set(order);
  return [...order, ...[...book.item.keys()].filter((id) => !named.has(id))].filter((id) => {
    const item = book.item.get(id);
    return item !== undefined && ['open', 'started'].includes(stateOf(item));
  });
};

const rowOf = (book: Book, item: Item, place: number | null, campaigns: ReadonlyMap<ItemId, number>): BacklogRow => {
  const priority = (item.priority && book.priority.get(item.priority)) || null;
  const outcomes = (priority?.outcomes ?? []).flatMap((id) => book.outcome.get(id) ?? []);
  return {
    item,
    place,
    state: stateOf(item),
    priority,
    moscow: priority?.moscow ?? null,
    outcomes,
    orphan: outcomes.length === 0 && item.foundational === null,
    campaigns: campaigns.get(item.id) ?? 0,
  };
};

export type Backlog = {
  readonly rows: readonly BacklogRow[];
  readonly done: readonly BacklogRow[];
  readonly title: string;
  readonly scope: string;
};

/** The list, narrowed to one priority where one is named, with its finding. */
export const backlog = (book: Book, only: PriorityId | null = null): Backlog => {
  const campaigns = new Map<ItemId, number>();
  for (const c of book.campaign.values()) if (c.item && !c.retired) campaigns.set(c.item, (campaigns.get(c.item) ?? 0) + 1);
  const fits = (r: BacklogRow): boolean => only === null || r.item.priority === only;
  const rows = orderOf(book)
    .map((id, i) => rowOf(book, book.item.get(id)!, i + 1, campaigns))
    .filter(fits);
  const done = [...book.item.values()]
    .filter((i) => ['finished', 'dropped'].includes(stateOf(i)))
    .map((i) => rowOf(book, i, null, campaigns))
    .filter(fits)
    .toSorted((a, b) => (b.item.finishedOn ?? b.item.addedOn).localeCompare(a.item.finishedOn ?? a.item.addedOn));
  return { rows, done, ...findingOf(book, rows, done, only ? (book.priority.get(only) ?? null) : null) };
};

const findingOf = (
  book: Book,
  rows: readonly BacklogRow[],
  done: readonly BacklogRow[],
  only: Priority | null,
): { readonly title: string; readonly scope: string } => {
  const finished = done.filter((r) => r.state === 'finished').length;
  const whose = only ? ` for “${only.title}”` : '';
  if (rows.length === 0)
    return {
      title:
        finished > 0
          ? `Nothing is open${whose}; ${plural(finished, 'item is', 'items are')} finished.`
          : `Nothing stands in the Backlog${whose} yet.`,
      scope: 'One ordered list across the teams: what is asked for, by whom, and which outcome it serves.',
    };
  const orphans = rows.filter((r) => r.orphan).length;
  const sizes = rows.map((r) => sizeOf(book, r.item));
  const unsized = sizes.filter(({ by }) => by === null).length;
  const sized = sizes.reduce((sum, size) => sum + (size.days ?? 0), 0);
  const contradicting = contradictions(
    book,
    rows.map((r) => r.item.id),
  );
  const order = contradictionFinding(new Set(contradicting.map(({ item }) => item)).size);
  return {
    title: `${capital(plural(rows.length, 'item'))} stand${rows.length === 1 ? 's' : ''} open${whose}; ${orphans === 0 ? 'each serves an outcome or is justified' : `${plural(orphans, 'item serves', 'items serve')} no outcome`}.`,
    scope: `${days(sized)} of work by size${unsized > 0 ? `, ${plural(unsized, 'item')} not sized yet` : ''}. ${capital(plural(finished, 'item'))} finished.${order === null ? '' : ` ${order}`}`,
  };
};
