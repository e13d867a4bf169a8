/**
 * Work item: what stands in the Backlog. It serves a priority (and through it an outcome), was asked
 * for by somebody on a day in his own words, or is foundational with a written justification.
 * An item with neither is an orphan: kept, and listed as a break in the thread.
 */
import type { Day } from '../../kernel/day.ts';
import type { ItemId, NoteId, PersonId, PriorityId } from '../../kernel/ids.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { all, amount, day, fresh, stands, text, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import type { RequestBook } from '../intake/request.ts';
import type { Placed } from './placing.ts';

/** Who asked, on which day, in which words (a note). */
export type Request = { readonly by: PersonId; readonly on: Day; readonly words: NoteId };

export type Item = {
  readonly id: ItemId;
  /** What people call it: W-198. */
  readonly ref: string;
  readonly title: string;
  readonly priority: PriorityId | null;
  readonly owner: PersonId | null;
  /** Person-days; null where nobody has sized it. */
  readonly sizeDays: number | null;
  readonly request: Request | null;
  readonly foundational: NoteId | null;
  readonly addedOn: Day;
  readonly startedOn: Day | null;
  readonly finishedOn: Day | null;
  readonly retired: { readonly why: NoteId } | null;
};

export type ItemCommand =
  | {
      readonly type: 'item/add';
      readonly id: ItemId;
      readonly title: string;
      readonly priority: PriorityId | null;
      readonly owner: PersonId | null;
      readonly sizeDays: number | null;
      readonly request: Request | null;
      readonly foundational: NoteId | null;
      readonly on: Day;
    }
  | { readonly type: 'item/retitle'; readonly id: ItemId; readonly title: string }
  | { readonly type: 'item/size'; readonly id: ItemId; readonly sizeDays: number }
  | { readonly type: 'item/assign'; readonly id: ItemId; readonly owner: PersonId }
  | { readonly type: 'item/link'; readonly id: ItemId; readonly priority: PriorityId | null }
  | { readonly type: 'item/justify'; readonly id: ItemId; readonly foundational: NoteId }
  | { readonly type: 'item/record-request'; readonly id: ItemId; readonly request: Request }
  | { readonly type: 'item/start'; readonly id: ItemId; readonly on: Day }
  | { readonly type: 'item/finish'; readonly id: ItemId; readonly on: Day }
  | { readonly type: 'item/reopen'; readonly id: ItemId }
  | { readonly type: 'item/drop'; readonly id: ItemId; readonly why: NoteId }
  | { readonly type: 'item/restore'; readonly id: ItemId };

export type ItemEvent =
  | {
      readonly type: 'item/added';
      readonly id: ItemId;
      readonly ref: string;
      readonly title: string;
      readonly priority: PriorityId | null;
      readonly owner: PersonId | null;
      readonly sizeDays: number | null;
      readonly request: Request | null;
      readonly foundational: NoteId | null;
      readonly on: Day;
    }
  | { readonly type: 'item/retitled'; readonly id: ItemId; readonly title: string }
  | { readonly type: 'item/sized'; readonly id: ItemId; readonly sizeDays: number }
  | { readonly type: 'item/assigned'; readonly id: ItemId; readonly owner: PersonId }
  | { readonly type: 'item/linked'; readonly id: ItemId; readonly priority: PriorityId | null }
  | { readonly type: 'item/justified'; readonly id: ItemId; readonly foundational: NoteId }
  | { readonly type: 'item/request-recorded'; readonly id: ItemId; readonly request: Request }
  | { readonly type: 'item/started'; readonly id: ItemId; readonly on: Day }
  | { readonly type: 'item/finished'; readonly id: ItemId; readonly on: Day }
  | { readonly type: 'item/reopened'; readonly id: ItemId }
  | { readonly type: 'item/dropped'; readonly id: ItemId; readonly why: NoteId }
  | { readonly type: 'item/restored'; readonly id: ItemId };

export type ItemRefusal =
  | Basic
  | { readonly code: 'finished-already'; readonly on: Day }
  | { readonly code: 'not-finished' | 'not-dropped' };
export type ItemBook = RequestBook & { readonly item: ReadonlyMap<ItemId, Item> };

/** The next free reference: W-1, W-2 … in the order items were added. */
const nextRef = (book: ItemBook): string => `W-${book.item.size + 1}`;

export const item: Decider<ItemId, Item, ItemCommand, ItemEvent, ItemRefusal, ItemBook, ItemEvent | Placed> = {
  keyOf: (message) => message.id,
  decide: {
    'item/add': (i, { id, title, priority, owner, sizeDays, request, foundational, on }, _, book) => {
      const checked = all(
        fresh('item', 'w', id, i),
        text('title', title),
        day('on', on),
        amount('sizeDays', sizeDays ?? 0),
        day('request.on', request?.on ?? on),
        priority === null ? ok(null) : stands('priority', priority, book.priority.get(priority)),
      );
      if (!checked.ok) return checked;
      return ok([
        { type: 'item/added', id, ref: nextRef(book), title: title.trim(), priority, owner, sizeDays, request, foundational, on },
        { type: 'backlog/placed', item: id, before: null },
      ]);
    },
    'item/retitle': (i, { id, title }) => {
      const checked = all(stands('item', id, i), text('title', title));
      return checked.ok ? ok(i!.title === title.trim() ? [] : [{ type: 'item/retitled', id, title: title.trim() }]) : checked;
    },
    'item/size': (i, { id, sizeDays }) => {
      const checked = all(stands('item', id, i), amount('sizeDays', sizeDays));
      return checked.ok ? ok(i!.sizeDays === sizeDays ? [] : [{ type: 'item/sized', id, sizeDays }]) : checked;
    },
    'item/assign': (i, { id, owner }) => {
      const checked = stands('item', id, i);
      return checked.ok ? ok(i!.owner === owner ? [] : [{ type: 'item/assigned', id, owner }]) : checked;
    },
    'item/link': (i, { id, priority }, _, book) => {
      const checked = all(stands('item', id, i), priority === null ? ok(null) : stands('priority', priority, book.priority.get(priority)));
      return checked.ok ? ok(i!.priority === priority ? [] : [{ type: 'item/linked', id, priority }]) : checked;
    },
    'item/justify': (i, { id, foundational }) => {
      const checked = stands('item', id, i);
      return checked.ok ? ok([{ type: 'item/justified', id, foundational }]) : checked;
    },
    'item/record-request': (i, { id, request }) => {
      const checked = all(stands('item', id, i), day('request.on', request.on));
      return checked.ok ? ok([{ type: 'item/request-recorded', id, request }]) : checked;
    },
    'item/start': (i, { id, on }) => {
      const checked = all(stands('item', id, i), day('on', on));
      if (!checked.ok) return checked;
      if (i!.finishedOn) return refuse({ code: 'finished-already', on: i!.finishedOn });
      return ok(i!.startedOn === on ? [] : [{ type: 'item/started', id, on }]);
    },
    'item/finish': (i, { id, on }) => {
      const checked = all(stands('item', id, i), day('on', on));
      if (!checked.ok) return checked;
      if (i!.finishedOn) return i!.finishedOn === on ? ok([]) : refuse({ code: 'finished-already', on: i!.finishedOn });
      if (i!.startedOn && on < i!.startedOn) return refuse({ code: 'ends-before-it-starts', from: i!.startedOn, to: on });
      return ok([{ type: 'item/finished', id, on }]);
    },
    'item/reopen': (i, { id }) => {
      const checked = stands('item', id, i);
      if (!checked.ok) return checked;
      return i!.finishedOn ? ok([{ type: 'item/reopened', id }]) : refuse({ code: 'not-finished' });
    },
    'item/drop': (i, { id, why }) => {
      const checked = stands('item', id, i);
      return checked.ok ? ok([{ type: 'item/dropped', id, why }]) : checked;
    },
    // It kept its place in the order; work on a priority that was dropped since comes back without one.
    'item/restore': (i, { id }, _, book) => {
      if (!i) return refuse({ code: 'not-there', thing: 'item', id });
      if (!i.retired) return refuse({ code: 'not-dropped' });
      const gone = i.priority !== null && book.priority.get(i.priority)?.retired;
      return ok([{ type: 'item/restored', id }, ...(gone ? [{ type: 'item/linked' as const, id, priority: null }] : [])]);
    },
  },
  evolve: {
    'item/added': (_, { id, ref, title, priority, owner, sizeDays, request, foundational, on }) => ({
      id,
      ref,
      title,
      priority,
      owner,
      sizeDays,
      request,
      foundational,
      addedOn: on,
      startedOn: null,
      finishedOn: null,
      retired: null,
    }),
    'item/retitled': (i, { title }) => ({ ...i!, title }),
    'item/sized': (i, { sizeDays }) => ({ ...i!, sizeDays }),
    'item/assigned': (i, { owner }) => ({ ...i!, owner }),
    'item/linked': (i, { priority }) => ({ ...i!, priority }),
    'item/justified': (i, { foundational }) => ({ ...i!, foundational }),
    'item/request-recorded': (i, { request }) => ({ ...i!, request }),
    'item/started': (i, { on }) => ({ ...i!, startedOn: on }),
    'item/finished': (i, { on }) => ({ ...i!, finishedOn: on }),
    'item/reopened': (i) => ({ ...i!, finishedOn: null }),
    'item/dropped': (i, { why }) => ({ ...i!, retired: { why } }),
    'item/restored': (i) => ({ ...i!, retired: null }),
  },
};
