/**
 * Micro-campaign: a campaign that is started small, to learn whether it should grow. Its brief says what is believed and
 * what is tried; its criteria (criteria.ts) are frozen by two people before the start; what is seen is told look by look
 * or counted from facts; it ends by a verdict (agreements/verdict.ts), and nobody ends it otherwise.
 */
import type { Day } from '../../kernel/day.ts';
import type { BudgetId, CampaignId, CommitmentId, ItemId, NoteId, PersonId, PriorityId, SegmentId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/zone.ts';
import type { Criteria, Look, Variant } from './criteria.ts';

/** What is tried, on whom, and out of which budget line. Fixed once the criteria are frozen. */
export type Brief = {
  /** What we believe, in words. */
  readonly hypothesis: NoteId;
  readonly segment: SegmentId | null;
  /** The line that pays; null where it costs no money (or where the reader may not see it). */
  readonly line: BudgetId | null;
  /** One or more; with one, its level is looked at, with several they are compared with the first. */
  readonly variants: readonly Variant[];
  /** True where chance decides who gets which variant. Only then does a difference show what the variant caused. */
  readonly randomised: boolean;
};

/** What must be known before people are bothered with it; each is answered in words. */
export const QUESTIONS = ['audience', 'consent', 'tracking', 'answers', 'afterwards'] as const;
export type Question = (typeof QUESTIONS)[number];

/** Somebody's act, and when. */
export type Act = { readonly by: PersonId; readonly at: Instant };

/** How far the criteria have come. */
export type Written = {
  /** 1 is the first wording. */
  readonly revision: number;
  readonly criteria: Criteria;
  readonly written: Act;
  /** Put forward, and who shall freeze them; null while they are a draft. */
  readonly proposed: (Act & { readonly second: PersonId }) | null;
  /** Put forward with a brief or a frame that has changed since: nobody freezes them before they are put forward again. */
  readonly overtaken: (Act & { readonly second: PersonId }) | null;
  /** The second person said no to this revision, and why. */
  readonly declined: (Act & { readonly why: NoteId }) | null;
  /** Frozen: from here on nothing changes them. */
  readonly frozen: Act | null;
};

export type Ended =
  | ({ readonly how: 'scaled'; readonly into: CampaignId } & Act)
  | ({
      readonly how: 'aborted';
      readonly why: NoteId;
      /** What went back to the line; null where nothing was set aside (or where the reader may not see it). */
      readonly freedMinor: number | null;
      readonly freedDays: number;
      readonly dropped: readonly ItemId[];
      readonly returned: readonly ItemId[];
      /** The next of the Backlog that fits into the days that came free; null where nothing does. */
      readonly next: ItemId | null;
    } & Act);

/** Where a follow-up comes from, and the days of work it brought into its quarter. */
export type Follows = {
  readonly campaign: CampaignId;
  readonly priority: PriorityId | null;
  readonly days: number;
  readonly items: readonly ItemId[];
};

/** A name by which the data know it, added or taken away after the start: from then on other cases are counted. */
export type NameChange = Act & { readonly did: 'added' | 'removed'; readonly alias: string };

export type Micro = Brief & {
  readonly answers: { readonly [question: string]: NoteId };
  readonly written: Written | null;
  /** Money set aside on the line; null before the start, where none is needed, or where the reader may not see it. */
  readonly setAside: CommitmentId | null;
  readonly started: (Act & { readonly on: Day }) | null;
  /** As they were told, oldest first. */
  readonly looks: readonly Look[];
  readonly ended: Ended | null;
  /** Oldest first; empty where it is counted as it was frozen. */
  readonly renamed: readonly NameChange[];
  readonly follows: Follows | null;
};

/** Started, and no verdict has ended it. */
export const isRunning = (m: Micro | null): boolean => m !== null && m.started !== null && m.ended === null;
/** Waits for the second person, with brief and frame as they stand. */
export const isPutForward = (m: Micro | null): boolean => m?.written?.proposed != null && !isFrozen(m);
/** After a change of brief or frame: what was put forward was put forward as it stood then, so that it has to be again. */
export const overtaken = (m: Micro): Micro =>
  isPutForward(m) ? { ...m, written: { ...m.written!, proposed: null, overtaken: m.written!.proposed } } : m;
export const isFrozen = (m: Micro | null): boolean => m?.written?.frozen != null;
/** The criteria that count; null while they are not frozen. */
export const frozenCriteria = (m: Micro | null): Criteria | null => (m?.written?.frozen ? m.written.criteria : null);

/** Questions that nobody has answered yet, in their order. */
export const unanswered = (m: Micro): readonly Question[] => QUESTIONS.filter((question) => !Object.hasOwn(m.answers, question));

/** The looks that count, by day: of several told for one day, the last. */
export const standingLooks = (m: Micro): readonly Look[] =>
  [...new Map(m.looks.map((look) => [look.on, look])).values()].toSorted((a, b) => (a.on < b.on ? -1 : 1));

/** Told after the verdict had ended the campaign. */
export const isLate = (m: Micro, look: Look): boolean => m.ended !== null && look.at > m.ended.at;
