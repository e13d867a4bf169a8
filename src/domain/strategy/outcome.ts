/**
 * Outcome: a change one can measure: metric, baseline, target, due date, owner. Also called a key result.
 *
 * A measured metric is computed from the facts in [from, due], a reported one is checked in by a person, a formula reads
 * others. What is agreed moves only through its Guidepoint (see guards.ts). Two things are said of it and kept apart:
 * confidence, a person's belief before the due date that the target will be reached, and the score, how far it came.
 */
import type { Day } from '../../kernel/day.ts';
import type { KpiId, NoteId, ObjectiveId, OutcomeId, PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/zone.ts';
import { latest, type CheckIn } from './check-in.ts';
import type { DirectionBook } from './direction.ts';
import type { Kpi } from './kpi.ts';
import type { Metric } from './metric.ts';
import type { MetricRefusal } from './metric-fits.ts';
import type { ObjectiveBook } from './objective.ts';

/** How sure somebody is that the target will be reached: 0 to 100 percent, for a day. A belief, not a forecast. */
export type Confidence = {
  readonly percent: number;
  readonly on: Day;
  readonly by: PersonId;
  readonly at: Instant;
  readonly note: NoteId | null;
};

/** How far it came: 0.0 to 1.0. `value` is the final value it was computed from; null where a person gave the score in words. */
export type Scored = {
  readonly score: number;
  readonly value: number | null;
  readonly by: PersonId;
  readonly at: Instant;
  readonly note: NoteId | null;
};

/** What is agreed about an outcome; the part a Guidepoint freezes. */
export type Terms = {
  readonly name: string;
  readonly metric: Metric;
  readonly from: Day;
  readonly due: Day;
  readonly baseline: number | null;
  readonly target: number;
};

export type Outcome = Terms & {
  readonly id: OutcomeId;
  readonly objective: ObjectiveId;
  readonly owner: PersonId | null;
  readonly checkIns: readonly CheckIn[];
  readonly confidence: readonly Confidence[];
  readonly scored: Scored | null;
  readonly retired: { readonly why: NoteId } | null;
};

export type OutcomeCommand =
  | ({ readonly type: 'outcome/add'; readonly id: OutcomeId; readonly objective: ObjectiveId; readonly owner: PersonId | null } & Terms)
  | { readonly type: 'outcome/reword'; readonly id: OutcomeId; readonly name: string }
  | { readonly type: 'outcome/remeasure'; readonly id: OutcomeId; readonly metric: Metric; readonly why: NoteId }
  | { readonly type: 'outcome/move-target'; readonly id: OutcomeId; readonly target: number; readonly due: Day; readonly why: NoteId }
  | { readonly type: 'outcome/correct-baseline'; readonly id: OutcomeId; readonly baseline: number; readonly why: NoteId }
  | { readonly type: 'outcome/hand-over'; readonly id: OutcomeId; readonly owner: PersonId }
  | { readonly type: 'outcome/link'; readonly id: OutcomeId; readonly objective: ObjectiveId }
  | { readonly type: 'outcome/check-in'; readonly id: OutcomeId; readonly value: number; readonly on: Day; readonly note: NoteId | null }
  | {
      readonly type: 'outcome/state-confidence';
      readonly id: OutcomeId;
      readonly percent: number;
      readonly on: Day;
      readonly note: NoteId | null;
    }
  /** Either the final value, from which the score is computed, or a score with words where it cannot be computed. */
  | {
      readonly type: 'outcome/score';
      readonly id: OutcomeId;
      readonly value: number | null;
      readonly score: number | null;
      readonly note: NoteId | null;
    }
  | { readonly type: 'outcome/retire'; readonly id: OutcomeId; readonly why: NoteId };

/** `why` is null where the Guidepoint's change says why. */
export type TargetMoved = {
  readonly type: 'outcome/target-moved';
  readonly id: OutcomeId;
  readonly target: number;
  readonly due: Day;
  readonly why: NoteId | null;
};
/** `why` is null where the Guidepoint's change says why. */
export type BaselineCorrected = {
  readonly type: 'outcome/baseline-corrected';
  readonly id: OutcomeId;
  readonly baseline: number;
  readonly why: NoteId | null;
};
export type OutcomeEvent =
  | ({ readonly type: 'outcome/added'; readonly id: OutcomeId; readonly objective: ObjectiveId; readonly owner: PersonId | null } & Terms)
  | { readonly type: 'outcome/reworded'; readonly id: OutcomeId; readonly name: string }
  | { readonly type: 'outcome/remeasured'; readonly id: OutcomeId; readonly metric: Metric; readonly why: NoteId }
  | TargetMoved
  | BaselineCorrected
  | { readonly type: 'outcome/handed-over'; readonly id: OutcomeId; readonly owner: PersonId }
  | { readonly type: 'outcome/linked'; readonly id: OutcomeId; readonly objective: ObjectiveId }
  | { readonly type: 'outcome/checked-in'; readonly id: OutcomeId; readonly value: number; readonly on: Day; readonly note: NoteId | null }
  | {
      readonly type: 'outcome/confidence-stated';
      readonly id: OutcomeId;
      readonly percent: number;
      readonly on: Day;
      readonly note: NoteId | null;
    }
  | {
      readonly type: 'outcome/scored';
      readonly id: OutcomeId;
      readonly value: number | null;
      readonly score: number;
      readonly note: NoteId | null;
    }
  | { readonly type: 'outcome/retired'; readonly id: OutcomeId; readonly why: NoteId };

export type OutcomeRefusal =
  | MetricRefusal
  | { readonly code: 'measured-not-reported'; readonly id: OutcomeId | KpiId }
  | { readonly code: 'unit-stays' }
  | { readonly code: 'target-is-baseline' }
  | { readonly code: 'not-due-yet' | 'due-already'; readonly id: OutcomeId; readonly due: Day }
  | { readonly code: 'score-is-computed' | 'score-needs-words' | 'score-without-start'; readonly id: OutcomeId }
  | { readonly code: 'score-out-of-range' | 'confidence-out-of-range' };

export type OutcomeBook = DirectionBook &
  ObjectiveBook & { readonly outcome: ReadonlyMap<OutcomeId, Outcome>; readonly kpi: ReadonlyMap<KpiId, Kpi> };

/** The latest value checked in for a day not after `asOf`; null when nobody has said anything yet. */
export const reportedValue = ({ checkIns }: { readonly checkIns: readonly CheckIn[] }, asOf: Day): CheckIn | null => latest(checkIns, asOf);

/** The latest belief stated for a day not after `asOf`, of anybody; null where nobody has stated one. */
export const latestConfidence = ({ confidence }: Pick<Outcome, 'confidence'>, asOf: Day): Confidence | null => latest(confidence, asOf);
