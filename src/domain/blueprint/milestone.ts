/** Milestone: a day in a priority by which something can be seen. A diamond on its bar; in the calendar feed an all-day event. */
import type { Day } from '../../kernel/day.ts';
import type { MilestoneId, NoteId, PriorityId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import { all, day, fresh, stands, text, type Basic } from '../check.ts';
import type { Decider } from '../decider.ts';
import type { PriorityBook } from './priority.ts';

export type Milestone = {
  readonly id: MilestoneId;
  readonly priority: PriorityId;
  readonly title: string;
  readonly day: Day;
  /** The day it was reached; null while it is ahead. */
  readonly reached: Day | null;
  readonly retired: { readonly why: NoteId | null } | null;
};

export type MilestoneCommand =
  | {
      readonly type: 'milestone/set';
      readonly id: MilestoneId;
      readonly priority: PriorityId;
      readonly title: string;
      readonly day: Day;
    }
  | { readonly type: 'milestone/reword'; readonly id: MilestoneId; readonly title: string }
  | { readonly type: 'milestone/move'; readonly id: MilestoneId; readonly day: Day }
  | { readonly type: 'milestone/reach'; readonly id: MilestoneId; readonly on: Day }
  | { readonly type: 'milestone/reopen'; readonly id: MilestoneId }
  | { readonly type: 'milestone/remove'; readonly id: MilestoneId };

export type MilestoneEvent =
  | {
      readonly type: 'milestone/set';
      readonly id: MilestoneId;
      readonly priority: PriorityId;
      readonly title: string;
      readonly day: Day;
    }
  | { readonly type: 'milestone/reworded'; readonly id: MilestoneId; readonly title: string }
  | { readonly type: 'milestone/moved'; readonly id: MilestoneId; readonly day: Day }
  | { readonly type: 'milestone/reached'; readonly id: MilestoneId; readonly on: Day }
  | { readonly type: 'milestone/reopened'; readonly id: MilestoneId }
  | { readonly type: 'milestone/removed'; readonly id: MilestoneId };

export type MilestoneBook = PriorityBook & { readonly milestone: ReadonlyMap<MilestoneId, Milestone> };

export const milestone: Decider<MilestoneId, Milestone, MilestoneCommand, MilestoneEvent, Basic, MilestoneBook> = {
  keyOf: (message) => message.id,
  decide: {
    'milestone/set': (m, { id, priority, title, day: on }, _, book) => {
      const checked = all(
        fresh('milestone', 'm', id, m),
        stands('priority', priority, book.priority.get(priority)),
        text('title', title, 80),
        day('day', on),
      );
      return checked.ok ? ok([{ type: 'milestone/set', id, priority, title: title.trim(), day: on }]) : checked;
    },
    'milestone/reword': (m, { id, title }) => {
      const checked = all(stands('milestone', id, m), text('title', title, 80));
      return checked.ok ? ok(m!.title === title.trim() ? [] : [{ type: 'milestone/reworded', id, title: title.trim() }]) : checked;
    },
    'milestone/move': (m, { id, day: on }) => {
      const checked = all(stands('milestone', id, m), day('day', on));
      return checked.ok ? ok(m!.day === on ? [] : [{ type: 'milestone/moved', id, day: on }]) : checked;
    },
    'milestone/reach': (m, { id, on }) => {
      const checked = all(stands('milestone', id, m), day('on', on));
      return checked.ok ? ok(m!.reached === on ? [] : [{ type: 'milestone/reached', id, on }]) : checked;
    },
    'milestone/reopen': (m, { id }) => {
      const checked = stands('milestone', id, m);
      return checked.ok ? ok(m!.reached === null ? [] : [{ type: 'milestone/reopened', id }]) : checked;
    },
    'milestone/remove': (m, { id }) => {
      const checked = stands('milestone', id, m);
      return checked.ok ? ok([{ type: 'milestone/removed', id }]) : checked;
    },
  },
  evolve: {
    'milestone/set': (_, { id, priority, title, day: on }) => ({ id, priority, title, day: on, reached: null, retired: null }),
    'milestone/reworded': (m, { title }) => ({ ...m!, title }),
    'milestone/moved': (m, { day: on }) => ({ ...m!, day: on }),
    'milestone/reached': (m, { on }) => ({ ...m!, reached: on }),
    'milestone/reopened': (m) => ({ ...m!, reached: null }),
    'milestone/removed': (m) => ({ ...m!, retired: { why: null } }),
  },
};

/** The milestones of a priority that stand, by day. */
export const milestonesOf = (book: MilestoneBook, priority: PriorityId): readonly Milestone[] =>
  [...book.milestone.values()]
    .filter((m) => m.priority === priority && !m.retired)
    .toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1));
