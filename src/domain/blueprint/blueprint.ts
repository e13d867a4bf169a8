/**
 * Blueprint: the three-month calendar of priorities, agreed by named seats. One per fiscal quarter.
 *
 * Until it is agreed it is a draft: the priorities of the quarter as they stand, less what levers take out. Putting it
 * forward freezes a version; a signature names the version and the seat it was given for. When every seat has signed
 * the version that stands it is agreed, and from then on it changes by "in, therefore out" only: a change says what
 * comes in and what goes out, is signed by the same seats, and leads to the next version.
 */
import type { ChangeId, NoteId, PersonId, PriorityId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/zone.ts';
import type { Basic } from '../check.ts';
import type { Seat } from '../company/company.ts';
import type { Declined, Signature } from '../guidepoint/guidepoint.ts';
import type { Edit } from './edits.ts';
import type { Shortfall } from './gate.ts';
import type { MilestoneBook, MilestoneEvent } from './milestone.ts';
import type { Lever, Plan } from './plan.ts';
import type { PriorityEvent, PriorityRefusal } from './priority.ts';

export type BlueprintVersion = {
  readonly n: number;
  /** Exactly what was put forward. */
  readonly plan: Plan;
  readonly seats: readonly Seat[];
  readonly proposedBy: PersonId;
  readonly proposedAt: Instant;
  /** The change that led to it; null for one put forward as a draft. */
  readonly change: ChangeId | null;
  readonly signatures: { readonly [seat: Seat]: Signature };
  readonly declined: { readonly [seat: Seat]: Declined };
};

/** In, therefore out. */
export type BlueprintChange = {
  readonly id: ChangeId;
  readonly words: NoteId;
  readonly edits: readonly Edit[];
  /** The next version as it would read. */
  readonly plan: Plan;
  readonly seats: readonly Seat[];
  readonly askedBy: PersonId;
  readonly askedAt: Instant;
  readonly state: 'open' | 'agreed' | 'withdrawn';
  readonly decidedAt: Instant | null;
  readonly signatures: { readonly [seat: Seat]: Signature };
  readonly declined: { readonly [seat: Seat]: Declined };
};

/** A line of the not-doing list that somebody wrote: the reason for a Won't, or something that never became a priority. */
export type LeftOut = {
  readonly n: number;
  readonly priority: PriorityId | null;
  readonly title: string;
  readonly why: NoteId;
  /** Taken off the list again. */
  readonly reconsidered: boolean;
};

/** Who was told that something is not done, and when: by the priority or the line it is about. */
export type Told = {
  readonly priority: PriorityId | null;
  readonly line: number | null;
  readonly person: PersonId;
  readonly at: Instant;
};

export type PulledLever = {
  readonly n: number;
  readonly lever: Lever;
  readonly by: PersonId;
  readonly at: Instant;
  readonly released: boolean;
};

export type Blueprint = {
  readonly period: string;
  readonly levers: readonly PulledLever[];
  readonly leftOut: readonly LeftOut[];
  readonly told: readonly Told[];
  readonly versions: readonly BlueprintVersion[];
  readonly changes: readonly BlueprintChange[];
};

export type BlueprintCommand =
  | { readonly type: 'blueprint/pull-lever'; readonly period: string; readonly lever: Lever }
  | { readonly type: 'blueprint/release-lever'; readonly period: string; readonly n: number }
  | {
      readonly type: 'blueprint/leave-out';
      readonly period: string;
      readonly priority: PriorityId | null;
      readonly title: string;
      readonly why: NoteId;
    }
  | { readonly type: 'blueprint/reconsider'; readonly period: string; readonly n: number }
  | {
      readonly type: 'blueprint/tell';
      readonly period: string;
      readonly priority: PriorityId | null;
      readonly line: number | null;
      readonly person: PersonId;
    }
  /** `after` is the number of the version it follows, 0 for the first. */
  | { readonly type: 'blueprint/propose'; readonly period: string; readonly after: number; readonly seats: readonly Seat[] }
  | { readonly type: 'blueprint/sign'; readonly period: string; readonly version: number; readonly seat: Seat }
  | { readonly type: 'blueprint/decline'; readonly period: string; readonly version: number; readonly seat: Seat; readonly why: NoteId }
  | {
      readonly type: 'blueprint/ask-change';
      readonly period: string;
      readonly version: number;
      readonly change: ChangeId;
      readonly words: NoteId;
      readonly edits: readonly Edit[];
    }
  | { readonly type: 'blueprint/sign-change'; readonly period: string; readonly change: ChangeId; readonly seat: Seat }
  | {
      readonly type: 'blueprint/decline-change';
      readonly period: string;
      readonly change: ChangeId;
      readonly seat: Seat;
      readonly why: NoteId;
    }
  | { readonly type: 'blueprint/withdraw-change'; readonly period: string; readonly change: ChangeId };

export type BlueprintEvent =
  | { readonly type: 'blueprint/lever-pulled'; readonly period: string; readonly n: number; readonly lever: Lever }
  | { readonly type: 'blueprint/lever-released'; readonly period: string; readonly n: number }
  | {
      readonly type: 'blueprint/left-out';
      readonly period: string;
      readonly n: number;
      readonly priority: PriorityId | null;
      readonly title: string;
      readonly why: NoteId;
    }
  | { readonly type: 'blueprint/reconsidered'; readonly period: string; readonly n: number }
  | {
      readonly type: 'blueprint/told';
      readonly period: string;
      readonly priority: PriorityId | null;
      readonly line: number | null;
      readonly person: PersonId;
    }
  | { readonly type: 'blueprint/proposed'; readonly period: string; readonly plan: Plan; readonly seats: readonly Seat[] }
  | { readonly type: 'blueprint/signed'; readonly period: string; readonly version: number; readonly seat: Seat }
  | { readonly type: 'blueprint/declined'; readonly period: string; readonly version: number; readonly seat: Seat; readonly why: NoteId }
  | {
      readonly type: 'blueprint/change-asked';
      readonly period: string;
      readonly change: ChangeId;
      readonly words: NoteId;
      readonly edits: readonly Edit[];
      readonly plan: Plan;
      readonly seats: readonly Seat[];
    }
  | { readonly type: 'blueprint/change-signed'; readonly period: string; readonly change: ChangeId; readonly seat: Seat }
  | {
      readonly type: 'blueprint/change-declined';
      readonly period: string;
      readonly change: ChangeId;
      readonly seat: Seat;
      readonly why: NoteId;
    }
  | { readonly type: 'blueprint/change-withdrawn'; readonly period: string; readonly change: ChangeId };

/** Agreeing moves the priorities themselves: what was cut is dropped, what comes in is planned. */
export type BlueprintProduced = BlueprintEvent | PriorityEvent | MilestoneEvent;

export type BlueprintRefusal =
  | Basic
  | PriorityRefusal
  | { readonly code: 'seats-needed' | 'said-twice' | 'nothing-changed' | 'not-the-proposer' }
  | { readonly code: 'seat-not-asked' | 'not-your-seat' | 'signed-already'; readonly seat: Seat }
  | { readonly code: 'version-moved-on'; readonly current: number }
  | { readonly code: 'change-open'; readonly change: ChangeId }
  | { readonly code: 'blueprint-change-decided'; readonly state: BlueprintChange['state'] }
  | { readonly code: 'blueprint-agreed' | 'blueprint-open' | 'nothing-planned' | 'blueprint-moved'; readonly period: string }
  | { readonly code: 'over-capacity'; readonly period: string; readonly short: readonly Shortfall[] }
  | { readonly code: 'wont-without-why'; readonly priorities: readonly PriorityId[] }
  | { readonly code: 'not-in-plan' | 'lever-already' | 'edited-twice' | 'spent-over-planned'; readonly priority: PriorityId }
  | { readonly code: 'not-a-later-quarter'; readonly found: string }
  | { readonly code: 'agreed-in-blueprint'; readonly period: string; readonly priority: PriorityId | null };

export type BlueprintBook = MilestoneBook & { readonly blueprint: ReadonlyMap<string, Blueprint> };

/** The newest version; undefined before anything was put forward. */
export const newest = (b: Blueprint | undefined): BlueprintVersion | undefined => b?.versions.at(-1);

/** True where every seat asked has signed. */
export const allSigned = (v: Pick<BlueprintVersion, 'seats' | 'signatures'>): boolean =>
  v.seats.every((seat) => v.signatures[seat] !== undefined);

/** Agreed: every seat signed the version that stands. It stays so: later versions are born of signed changes. */
export const isAgreed = (b: Blueprint | undefined): boolean => {
  const v = newest(b);
  return v !== undefined && allSigned(v);
};

/** When the last missing signature was given; null while one is missing. */
export const agreedAt = (v: BlueprintVersion): Instant | null =>
  allSigned(v) ? Object.values(v.signatures).reduce((last, s) => (s.at > last ? s.at : last), '') : null;

/** The change that waits for signatures, if any. */
export const waitingChange = (b: Blueprint | undefined): BlueprintChange | null => b?.changes.find((c) => c.state === 'open') ?? null;
