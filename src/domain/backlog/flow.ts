/**
 * Flow of a work item over the board: open, started, waiting for somebody, finished.
 * A column over its limit takes no more work, unless somebody says why this one goes over.
 */
import type { Day } from '../../kernel/day.ts';
import type { ItemId, NoteId, TeamId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { all, day, stands, type Basic } from '../check.ts';
import type { ItemPart } from './item-part.ts';
import type { Item, ItemBook } from './item.ts';
import { practiceOf, type Column, type Limit } from './practice.ts';
import { openQuestions } from './readiness.ts';

/** `over`: why it starts although the column is full. */
type Over = { readonly over?: NoteId };

export type FlowCommand =
  | ({ readonly type: 'item/start'; readonly id: ItemId; readonly on: Day } & Over)
  | ({ readonly type: 'item/wait'; readonly id: ItemId; readonly on: Day; readonly why: NoteId } & Over)
  | ({ readonly type: 'item/resume'; readonly id: ItemId; readonly on: Day } & Over)
  | { readonly type: 'item/finish'; readonly id: ItemId; readonly on: Day }
  | ({ readonly type: 'item/reopen'; readonly id: ItemId } & Over)
  /** A start told by mistake: the item stands open again. */
  | { readonly type: 'item/put-back'; readonly id: ItemId };
export type FlowEvent =
  | { readonly type: 'item/started'; readonly id: ItemId; readonly on: Day }
  | { readonly type: 'item/waiting'; readonly id: ItemId; readonly on: Day; readonly why: NoteId }
  | { readonly type: 'item/resumed'; readonly id: ItemId; readonly on: Day }
  | { readonly type: 'item/finished'; readonly id: ItemId; readonly on: Day }
  | { readonly type: 'item/reopened'; readonly id: ItemId }
  | { readonly type: 'item/returned'; readonly id: ItemId }
  /** It went into a full column, for a reason. */
  | { readonly type: 'item/limit-passed'; readonly id: ItemId; readonly column: Column; readonly most: number; readonly why: NoteId };

export type FlowRefusal =
  | Basic
  | { readonly code: 'finished-already'; readonly on: Day }
  | { readonly code: 'not-finished' }
  | { readonly code: 'not-started' }
  | { readonly code: 'not-waiting' }
  | { readonly code: 'not-ready'; readonly questions: readonly string[] }
  | { readonly code: 'column-full'; readonly column: Column; readonly most: number; readonly team: TeamId | null };

/** The column an item stands in; null where it is open, finished or dropped. */
export const columnOf = (i: Item): Column | null => (i.retired || i.finishedOn || !i.startedOn ? null : i.waiting ? 'waiting' : 'started');

/** The first limit that one more item of this team would break. */
export const fullLimit = (book: Pick<ItemBook, 'item' | 'practice'>, team: TeamId | null, column: Column): Limit | null => {
  const limits = practiceOf(book).limits.filter((limit) => limit.column === column && (limit.team === null || limit.team === team));
  if (limits.length === 0) return null;
  const inside = [...book.item.values()].filter((i) => columnOf(i) === column);
  return limits.find((l) => inside.filter((i) => l.team === null || i.team === l.team).length >= l.most) ?? null;
};

/** Nothing where there is room, the reason as an event where one is given, else a refusal. */
const entering = (book: ItemBook, i: Item, column: Column, over: NoteId | undefined): Result<readonly FlowEvent[], FlowRefusal> => {
  const full = columnOf(i) === column ? null : fullLimit(book, i.team, column);
  if (!full) return ok([]);
  const { most, team } = full;
  return over
    ? ok([{ type: 'item/limit-passed', id: i.id, column, most, why: over }])
    : refuse({ code: 'column-full', column, most, team });
};

const into = (
  book: ItemBook,
  i: Item,
  column: Column,
  over: NoteId | undefined,
  event: FlowEvent,
): Result<readonly FlowEvent[], FlowRefusal> => {
  const entered = entering(book, i, column, over);
  return entered.ok ? ok([...entered.value, event]) : entered;
};

export const flow: ItemPart<FlowCommand, FlowEvent, FlowRefusal> = {
  decide: {
    'item/start': (i, { id, on, over }, _, book) => {
      const checked = all(stands('item', id, i), day('on', on));
      if (!checked.ok) return checked;
      if (i!.finishedOn) return refuse({ code: 'finished-already', on: i!.finishedOn });
      if (i!.startedOn === on) return ok([]);
      if (i!.startedOn) return ok([{ type: 'item/started', id, on }]);
      const questions = practiceOf(book).readyToStart ? openQuestions(book, i!) : [];
      if (questions.length > 0) return refuse({ code: 'not-ready', questions });
      return into(book, i!, 'started', over, { type: 'item/started', id, on });
    },
    'item/wait': (i, { id, on, why, over }, _, book) => {
      const checked = all(stands('item', id, i), day('on', on));
      if (!checked.ok) return checked;
      if (i!.finishedOn) return refuse({ code: 'finished-already', on: i!.finishedOn });
      if (!i!.startedOn) return refuse({ code: 'not-started' });
      if (on < i!.startedOn) return refuse({ code: 'ends-before-it-starts', from: i!.startedOn, to: on });
      if (i!.waiting?.on === on && i!.waiting.why === why) return ok([]);
      return into(book, i!, 'waiting', over, { type: 'item/waiting', id, on, why });
    },
    'item/resume': (i, { id, on, over }, _, book) => {
      const checked = all(stands('item', id, i), day('on', on));
      if (!checked.ok) return checked;
      if (!i!.waiting || i!.finishedOn) return refuse({ code: 'not-waiting' });
      if (on < i!.waiting.on) return refuse({ code: 'ends-before-it-starts', from: i!.waiting.on, to: on });
      return into(book, i!, 'started', over, { type: 'item/resumed', id, on });
    },
    'item/finish': (i, { id, on }) => {
      const checked = all(stands('item', id, i), day('on', on));
      if (!checked.ok) return checked;
      if (i!.finishedOn) return i!.finishedOn === on ? ok([]) : refuse({ code: 'finished-already', on: i!.finishedOn });
      if (i!.startedOn && on < i!.startedOn) return refuse({ code: 'ends-before-it-starts', from: i!.startedOn, to: on });
      return ok([{ type: 'item/finished', id, on }]);
    },
    'item/reopen': (i, { id, over }, _, book) => {
      const checked = stands('item', id, i);
      if (!checked.ok) return checked;
      if (!i!.finishedOn) return refuse({ code: 'not-finished' });
      return i!.startedOn ? into(book, i!, 'started', over, { type: 'item/reopened', id }) : ok([{ type: 'item/reopened', id }]);
    },
    'item/put-back': (i, { id }) => {
      const checked = stands('item', id, i);
      if (!checked.ok) return checked;
      if (i!.finishedOn) return refuse({ code: 'finished-already', on: i!.finishedOn });
      return ok(i!.startedOn ? [{ type: 'item/returned', id }] : []);
    },
  },
  evolve: {
    'item/started': (i, { on }) => ({ ...i!, startedOn: on }),
    'item/waiting': (i, { on, why }) => ({ ...i!, waiting: { on, why } }),
    'item/resumed': (i) => ({ ...i!, waiting: null }),
    'item/finished': (i, { on }) => ({ ...i!, finishedOn: on, waiting: null }),
    'item/reopened': (i) => ({ ...i!, finishedOn: null }),
    'item/returned': (i) => ({ ...i!, startedOn: null, waiting: null }),
    'item/limit-passed': (i) => i!,
  },
};
