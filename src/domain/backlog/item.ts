/**
 * Work item: what stands in the Backlog. It serves a priority (and through it an outcome), was asked
 * for by somebody on a day in his own words, or is foundational with a written justification.
 * An item with neither is an orphan: kept, and listed as a break in the thread.
 */
import type { Day } from '../../kernel/day.ts';
import type { ItemId, NoteId, OutcomeId, PersonId, PriorityId, TeamId } from '../../kernel/ids.ts';
import type { IceVariant, PracticeBook, Shirt } from './practice.ts';

/** Who asked, on which day, in which words (a note). */
export type Request = { readonly by: PersonId; readonly on: Day; readonly words: NoteId };

/** Where an item came from: the tracker, its key there, and its page. With the key a re-import finds it again. */
export type Source = { readonly system: string; readonly key: string; readonly url: string | null };

/** Person-days of one skill. */
export type SkillDays = { readonly skill: string; readonly days: number };

/** Reach in people per quarter, impact 3 to 0.25, confidence in percent, effort in person-months. */
export type Rice = { readonly reach: number; readonly impact: number; readonly confidence: number; readonly effortMonths: number };
/** Each from 1 to 10. The variant says what `last` is: ease, or effort with 10 for the least. */
export type Ice = { readonly variant: IceVariant; readonly impact: number; readonly confidence: number; readonly last: number };
/** Each from 1 to 20, relative to each other. `value` is user and business value, `enablement` risk reduction or opportunity enablement. */
export type Wsjf = { readonly value: number; readonly urgency: number; readonly enablement: number; readonly jobSize: number };

/** What was said for each score; null where nobody has scored it so. */
export type Scores = { readonly rice: Rice | null; readonly ice: Ice | null; readonly wsjf: Wsjf | null };

/** Nobody has scored it. */
export const UNSCORED: Scores = { rice: null, ice: null, wsjf: null };

export type Item = {
  readonly id: ItemId;
  /** What people call it: W-198. */
  readonly ref: string;
  readonly title: string;
  readonly priority: PriorityId | null;
  readonly owner: PersonId | null;
  /** The team that does it; null where none is named. */
  readonly team: TeamId | null;
  /** Person-days; null where nobody has sized it, or it has a t-shirt size (see `sizeOf`). */
  readonly sizeDays: number | null;
  /** Person-days by skill; empty where it is sized as a whole. */
  readonly bySkill: readonly SkillDays[];
  readonly shirt: Shirt | null;
  readonly request: Request | null;
  readonly foundational: NoteId | null;
  /** Whom foundational work helps later. */
  readonly enables: { readonly outcomes: readonly OutcomeId[]; readonly priorities: readonly PriorityId[] };
  readonly scores: Scores;
  /** Share of each outcome's gap that it should close, in percent. */
  readonly values: readonly { readonly outcome: OutcomeId; readonly percent: number }[];
  /** Readiness questions answered in words, by question. */
  readonly answers: { readonly [question: string]: NoteId };
  /** Items that must be finished first. */
  readonly needs: readonly ItemId[];
  readonly labels: readonly string[];
  readonly source: Source | null;
  readonly addedOn: Day;
  readonly startedOn: Day | null;
  /** Since when it waits, and for what; null while it moves. */
  readonly waiting: { readonly on: Day; readonly why: NoteId } | null;
  readonly finishedOn: Day | null;
  readonly retired: { readonly why: NoteId } | null;
};

export type ItemBook = PracticeBook & { readonly item: ReadonlyMap<ItemId, Item> };
