/** The guided cut: what stands in the Backlog and has a reason to be questioned, one reason an item, the plainest first. */
import type { Book } from '../../domain/book.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { backlog, type BacklogRow } from '../work/backlog.ts';
import { dayWords } from '../words/format.ts';
import { lastAskedOf } from './last-asked.ts';

export type Doubt = 'stale' | 'orphan' | 'wont';
export type CutRow = {
  readonly row: BacklogRow;
  readonly doubt: Doubt;
  readonly askedOn: Day;
  /** A reason in words that holds for it; whoever removes it may write another. */
  readonly reason: string;
};
export type CutGroup = { readonly doubt: Doubt; readonly title: string; readonly meaning: string; readonly rows: readonly CutRow[] };

const GROUPS: readonly Omit<CutGroup, 'rows'>[] = [
  {
    doubt: 'stale',
    title: 'Nobody asked in a year',
    meaning: 'Wanted once. If it still matters, somebody will ask again, and it comes back with fresh words.',
  },
  {
    doubt: 'orphan',
    title: 'Serves no outcome',
    meaning: 'Neither tied to an outcome nor justified as foundational. Remove it, or open it and say what it is for.',
  },
  {
    doubt: 'wont',
    title: 'Won’t this time',
    meaning: 'Agreed as a Won’t, and yet it stands in line and keeps others waiting for an answer.',
  },
];

/** The groups in the order they are gone through; work that has begun is never questioned here. Empty groups are left out. */
export const cutOf = (book: Book, today: Day): CutGroup[] => {
  const asked = lastAskedOf(book);
  const yearAgo = addDays(today, -365);
  const rows = backlog(book)
    .rows.filter((row) => row.state === 'open')
    .flatMap((row): CutRow[] => {
      const askedOn = asked(row.item.id) ?? row.item.addedOn;
      const doubt: Doubt | null = askedOn < yearAgo ? 'stale' : row.orphan ? 'orphan' : row.moscow === 'wont' ? 'wont' : null;
      return doubt ? [{ row, doubt, askedOn, reason: reasonOf(doubt, askedOn, today) }] : [];
    });
  return GROUPS.map((group) => ({ ...group, rows: rows.filter((row) => row.doubt === group.doubt) })).filter(
    (group) => group.rows.length > 0,
  );
};

const reasonOf = (doubt: Doubt, askedOn: Day, today: Day): string =>
  ({
    stale: `Nobody has asked for it since ${dayWords(askedOn, today)}. Ask again if it still matters, and it comes back.`,
    orphan: 'It serves none of the outcomes we agreed on.',
    wont: 'We agreed not to do it this time.',
  })[doubt];

/** The order without these items: what the horizon would be. */
export const without = (order: readonly ItemId[], removed: ReadonlySet<ItemId>): ItemId[] => order.filter((id) => !removed.has(id));
