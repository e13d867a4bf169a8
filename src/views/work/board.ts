/** The board: what is open, in progress, waiting and just finished; limits and age. */
import { columnOf } from '../../domain/backlog/flow.ts';
import type { Item } from '../../domain/backlog/item.ts';
import { practiceOf, type Column } from '../../domain/backlog/practice.ts';
import { openQuestions } from '../../domain/backlog/readiness.ts';
import type { Book } from '../../domain/book.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { TeamId } from '../../kernel/ids.ts';
import { capital, inWords, plural } from '../words/format.ts';
import { orderOf } from './backlog.ts';
import { ageing, type Age, type Worked } from './flow.ts';

export type BoardColumn = 'open' | Column | 'finished';
export const BOARD_COLUMNS: { readonly [C in BoardColumn]: string } = {
  open: 'Open',
  started: 'In progress',
  waiting: 'Waiting',
  finished: 'Finished',
};

export type Card = { readonly item: Item; readonly place: number | null; readonly age: Age | null; readonly ready: boolean };
export type BoardLane = {
  readonly column: BoardColumn;
  readonly cards: readonly Card[];
  /** How many there are in all, where not all are shown. */
  readonly n: number;
  /** At most so many; null where nobody set a limit. */
  readonly limit: number | null;
};
export type Board = { readonly lanes: readonly BoardLane[]; readonly p85: number | null; readonly title: string; readonly sub: string };

/** The first of the open items are candidates; the rest stand in the Backlog. */
const OPEN_SHOWN = 8;
/** Finished in the last two weeks. */
const RECENT = 14;

/** The board of one team, or of everybody. */
export const board = (book: Book, today: Day, team: TeamId | null = null, history: readonly Worked[] = []): Board => {
  const places = new Map(orderOf(book).map((id, i) => [id, i + 1]));
  const { ages, p85 } = ageing(book, today, history);
  const ageOf = new Map(ages.map((age) => [age.item.id, age]));
  const mine = [...book.item.values()].filter((i) => !i.retired && (team === null || i.team === team));
  const card = (item: Item): Card => ({
    item,
    place: places.get(item.id) ?? null,
    age: ageOf.get(item.id) ?? null,
    ready: openQuestions(book, item).length === 0,
  });
  const byPlace = (a: Item, b: Item): number => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0);
  const lane = (column: BoardColumn, items: readonly Item[], most = items.length): BoardLane => ({
    column,
    cards: items.slice(0, most).map(card),
    n: items.length,
    limit: limitOf(book, team, column),
  });
  const inColumn = (column: Column): Item[] => mine.filter((i) => columnOf(i) === column).toSorted(byPlace);
  const lanes = [
    lane('open', mine.filter((i) => !i.finishedOn && columnOf(i) === null).toSorted(byPlace), OPEN_SHOWN),
    lane('started', inColumn('started')),
    lane('waiting', inColumn('waiting')),
    lane(
      'finished',
      mine
        .filter((i) => i.finishedOn !== null && i.finishedOn > addDays(today, -RECENT))
        .toSorted((a, b) => b.finishedOn!.localeCompare(a.finishedOn!)),
    ),
  ];
  return { lanes, p85, ...finding(lanes, p85) };
};

/** The tightest limit that holds for this team: its own, and the company's. */
const limitOf = (book: Book, team: TeamId | null, column: BoardColumn): number | null => {
  const limits = practiceOf(book).limits.filter((l) => l.column === column && (l.team === null || l.team === team));
  return limits.length === 0 ? null : Math.min(...limits.map((l) => l.most));
};

const finding = (lanes: readonly BoardLane[], p85: number | null): { readonly title: string; readonly sub: string } => {
  const [, started, waiting] = lanes as [BoardLane, BoardLane, BoardLane];
  const old = [...started.cards, ...waiting.cards].filter((c) => c.age?.old === true).length;
  const full = [started, waiting].filter((l) => l.limit !== null && l.n > l.limit);
  const under = started.n + waiting.n;
  const title =
    under === 0
      ? 'Nothing is in progress.'
      : full.length > 0
        ? `${BOARD_COLUMNS[full[0]!.column]} holds ${inWords(full[0]!.n)}, over its limit of ${inWords(full[0]!.limit!)}.`
        : old > 0
          ? `${capital(plural(under, 'item'))} ${under === 1 ? 'is' : 'are'} under way; ${inWords(old)} ${old === 1 ? 'is' : 'are'} older than usual.`
          : `${capital(plural(under, 'item'))} ${under === 1 ? 'is' : 'are'} under way${p85 === null ? '' : ', none older than usual'}.`;
  const sub =
    p85 === null
      ? 'Age is compared once ten finished items say how long work takes.'
      : `85 % of finished work took ${plural(Math.round(p85), 'working day')} or less; older work is marked.`;
  return { title, sub };
};
