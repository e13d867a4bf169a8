/**
 * Guidepoint: one statement of what success means for a period, with one to five outcomes,
 * agreed by named seats. One per fiscal quarter.
 *
 * Every wording is a version; a signature names the version and the seat it was given for, so an
 * old signature stays on record and stops counting. When every seat has signed the version that
 * stands, it is locked: from then on it changes only when something above the team moved, and only
 * when an approver who is not the proposer says so. Wanting something else is not a reason.
 */
import type { Day } from '../../kernel/day.ts';
import type { ChangeId, NoteId, OutcomeId, PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/zone.ts';
import type { Basic } from '../check.ts';
import type { Company, CompanyBook, Seat } from '../company/company.ts';
import type { SegmentBook } from '../audience/segment.ts';
import type { BaselineCorrected, TargetMoved, Terms } from '../strategy/outcome.ts';

/** The classes of reason that open a locked Guidepoint. */
export type Reason = 'objective-changed' | 'money-or-people-moved' | 'law-or-regulator';
export const REASONS: readonly Reason[] = ['objective-changed', 'money-or-people-moved', 'law-or-regulator'];

/** An outcome as it read when it was put forward: the wording that is signed. */
export type AgreedOutcome = { readonly outcome: OutcomeId } & Terms;
export type Signature = { readonly by: PersonId; readonly at: Instant };
export type Declined = Signature & { readonly why: NoteId };

export type Version = {
  readonly n: number;
  readonly statement: string;
  readonly outcomes: readonly AgreedOutcome[];
  readonly seats: readonly Seat[];
  readonly proposedBy: PersonId;
  readonly proposedAt: Instant;
  /** The approved change that led to it; null for a first wording or one reworded before it was locked. */
  readonly change: ChangeId | null;
  readonly signatures: { readonly [seat: Seat]: Signature };
  readonly declined: { readonly [seat: Seat]: Declined };
};

/** New target, date and baseline for an outcome, as part of a change. */
export type NewTerms = {
  readonly outcome: OutcomeId;
  readonly target: number;
  readonly due: Day;
  /** Absent where the baseline stays as it is. */
  readonly baseline?: number;
};

export type Change = {
  readonly id: ChangeId;
  readonly reason: Reason;
  readonly words: NoteId;
  readonly statement: string;
  readonly outcomes: readonly OutcomeId[];
  readonly terms: readonly NewTerms[];
  readonly seats: readonly Seat[];
  readonly askedBy: PersonId;
  readonly askedAt: Instant;
  readonly approver: PersonId;
  readonly state: 'open' | 'approved' | 'refused' | 'withdrawn';
  readonly decidedAt: Instant | null;
  readonly why: NoteId | null;
};

export type Guidepoint = { readonly period: string; readonly versions: readonly Version[]; readonly changes: readonly Change[] };

/** What is put forward: the sentence, the outcomes it names, the seats that sign. */
export type Wording = { readonly statement: string; readonly outcomes: readonly OutcomeId[]; readonly seats: readonly Seat[] };

export type GuidepointCommand =
  | ({ readonly type: 'guidepoint/propose'; readonly period: string } & Wording)
  | ({ readonly type: 'guidepoint/reword'; readonly period: string; readonly version: number } & Wording)
  | { readonly type: 'guidepoint/sign'; readonly period: string; readonly version: number; readonly seat: Seat }
  | { readonly type: 'guidepoint/decline'; readonly period: string; readonly version: number; readonly seat: Seat; readonly why: NoteId }
  | ({
      readonly type: 'guidepoint/ask-change';
      readonly period: string;
      readonly change: ChangeId;
      readonly reason: Reason;
      readonly words: NoteId;
      readonly terms: readonly NewTerms[];
      readonly approver: PersonId;
    } & Wording)
  | { readonly type: 'guidepoint/approve-change'; readonly period: string; readonly change: ChangeId }
  | { readonly type: 'guidepoint/refuse-change'; readonly period: string; readonly change: ChangeId; readonly why: NoteId }
  | { readonly type: 'guidepoint/withdraw-change'; readonly period: string; readonly change: ChangeId };

type Agreed = { readonly statement: string; readonly outcomes: readonly AgreedOutcome[]; readonly seats: readonly Seat[] };

export type GuidepointEvent =
  | ({ readonly type: 'guidepoint/proposed'; readonly period: string } & Agreed)
  | ({ readonly type: 'guidepoint/reworded'; readonly period: string } & Agreed)
  | { readonly type: 'guidepoint/signed'; readonly period: string; readonly version: number; readonly seat: Seat }
  | { readonly type: 'guidepoint/declined'; readonly period: string; readonly version: number; readonly seat: Seat; readonly why: NoteId }
  | ({
      readonly type: 'guidepoint/change-asked';
      readonly period: string;
      readonly change: ChangeId;
      readonly reason: Reason;
      readonly words: NoteId;
      readonly terms: readonly NewTerms[];
      readonly approver: PersonId;
    } & Wording)
  | ({ readonly type: 'guidepoint/change-approved'; readonly period: string; readonly change: ChangeId } & Agreed)
  | { readonly type: 'guidepoint/change-refused'; readonly period: string; readonly change: ChangeId; readonly why: NoteId }
  | { readonly type: 'guidepoint/change-withdrawn'; readonly period: string; readonly change: ChangeId };

export type GuidepointProduced = GuidepointEvent | TargetMoved | BaselineCorrected;

export type GuidepointRefusal =
  | Basic
  | { readonly code: 'not-a-quarter'; readonly found: string }
  | { readonly code: 'outcomes-one-to-five'; readonly found: number }
  | {
      readonly code:
        | 'seats-needed'
        | 'said-twice'
        | 'not-locked'
        | 'nothing-changed'
        | 'approver-is-proposer'
        | 'approver-without-seat'
        | 'not-the-approver'
        | 'not-the-proposer';
    }
  | { readonly code: 'seat-not-asked' | 'not-your-seat'; readonly seat: Seat }
  | { readonly code: 'version-moved-on'; readonly current: number }
  | { readonly code: 'locked'; readonly period: string }
  | { readonly code: 'outcomes-moved'; readonly outcomes: readonly OutcomeId[] }
  | { readonly code: 'terms-outside'; readonly outcome: OutcomeId }
  | { readonly code: 'target-is-baseline' }
  | { readonly code: 'change-open'; readonly change: ChangeId }
  | { readonly code: 'change-decided'; readonly state: Change['state'] };

export type GuidepointBook = SegmentBook & { readonly guidepoint: ReadonlyMap<string, Guidepoint> };

/** The wording that stands now. */
export const current = (g: Guidepoint): Version => g.versions.at(-1)!;

/** Locked: every seat asked has signed the version that stands. */
export const isLocked = (g: Guidepoint): boolean => isSigned(current(g));
export const isSigned = (v: Version): boolean => v.seats.every((seat) => v.signatures[seat] !== undefined);

/** When the last missing signature was given; null while one is missing. */
export const lockedAt = (v: Version): Instant | null =>
  isSigned(v) ? Object.values(v.signatures).reduce((last, s) => (s.at > last ? s.at : last), '') : null;

/** The change that waits for its approver, if any. */
export const openChange = (g: Guidepoint): Change | null => g.changes.find((c) => c.state === 'open') ?? null;

/** The seats a person holds now. */
export const seatsOf = (book: CompanyBook, person: PersonId): readonly Seat[] => {
  const c: Company | undefined = book.company.get('company');
  const member = c?.members[person];
  return member && !member.left ? member.seats : [];
};
