/**
 * Workshop: people change their mind together, face to face, on their own screens.
 *
 * What is decided about it stands in the journal: that it is planned, who is asked in, what was shown at which moment, what
 * came of it. What people write, move and vote while they are in the room are rows (`room/`), hidden from the others by the
 * server until a step here reveals them; from then on the event names each card and the note with its words.
 */
import type { Day } from '../../kernel/day.ts';
import type { CardId, ItemId, NoteId, PersonId, RequestId, ScenarioId, WorkshopId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/zone.ts';
import type { AssumptionBook } from '../backlog/assumption.ts';
import type { AgreementsBook } from '../agreements/logged.ts';
import type { Basic } from '../check.ts';
import type { AgendaRefusal, Phase, Topic, WorkshopKind } from './agenda.ts';
import type { Timer } from './timer.ts';

/** Somebody who is asked in: a member of the company, or a guest who has no account and comes by his link. */
export type Participant = {
  readonly person: PersonId;
  readonly guest: boolean;
  /** His link is the n-th he was given; those before it open nothing any more. */
  readonly link: number;
  /** What he had to say before the workshop, and when he sent it; null while he has not. */
  readonly sent: { readonly at: Instant; readonly cards: number } | null;
  /** When he was last asked to say something before it, and when he was reminded of that date; null while he was not. */
  readonly askedAt: Instant | null;
  readonly remindedAt: Instant | null;
  /** Asked out again. */
  readonly left: Instant | null;
};

/** A card as it was shown to everybody. `by` is null where cards are shown without names. */
export type ShownCard = { readonly card: CardId; readonly lane: string; readonly by: PersonId | null; readonly note: NoteId };
export type NamedGroup = { readonly group: CardId; readonly title: string; readonly cards: readonly CardId[] };
/** Dots on a card, a group, or a card of the plan (by the id of the request, work item or priority). */
export type Count = { readonly on: string; readonly dots: number };

/** Why something is not done, as it is told to whoever asked. `later` is the day it comes back on; null where it is declined. */
export type NotDone = { readonly what: string; readonly title: string; readonly why: NoteId; readonly later: Day | null };

/** What came of it, in one act. Everything named here was decided in the same batch. */
export type PutTogether = {
  /** The quarter of the Guidepoint that was put forward; null where none was. */
  readonly guidepoint: string | null;
  readonly scenario: ScenarioId | null;
  /** The quarter of the Blueprint that was put forward for signing; null where it stays a scenario. */
  readonly blueprint: string | null;
  /** The order that the Backlog was given. */
  readonly ordered: readonly ItemId[];
  readonly accepted: readonly RequestId[];
  readonly notDoing: readonly NotDone[];
  /** Ideas and launches that were kept: cards or groups, with their words as they stand. */
  readonly kept: readonly { readonly topic: Topic; readonly title: string; readonly dots: number }[];
};

export type Workshop = {
  readonly id: WorkshopId;
  readonly title: string;
  readonly purpose: string;
  readonly kind: WorkshopKind;
  /** The quarter it is about. */
  readonly period: string;
  readonly starts: Instant;
  readonly agenda: readonly Phase[];
  readonly facilitator: PersonId;
  /** Whether cards are shown with the name of who wrote them. */
  readonly named: boolean;
  readonly people: readonly Participant[];
  /** The last day on which links open it. */
  readonly linksUntil: Day;
  readonly prework: { readonly topics: readonly Topic[]; readonly until: Day } | null;
  readonly plannedBy: PersonId;
  readonly plannedAt: Instant;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** The step it stands at, from 0; null before the first. */
  readonly phase: number | null;
  readonly timer: Timer | null;
  /** Steps that were started, in the order they first were. */
  readonly gone: readonly number[];
  readonly shown: { readonly [T in Topic]?: readonly ShownCard[] };
  readonly groups: { readonly [T in Topic]?: readonly NamedGroup[] };
  readonly votes: { readonly [T in Topic]?: { readonly voters: number; readonly counts: readonly Count[] } };
  readonly taken: readonly { readonly subject: string; readonly by: PersonId; readonly at: Instant }[];
  readonly made: (PutTogether & { readonly by: PersonId; readonly at: Instant; readonly seq: number }) | null;
  readonly retired: { readonly why: NoteId } | null;
};

type At = { readonly id: WorkshopId };
type Planned = At & Pick<Workshop, 'title' | 'purpose' | 'kind' | 'period' | 'starts' | 'agenda' | 'facilitator' | 'named' | 'linksUntil'>;
type Invited = { readonly person: PersonId; readonly guest: boolean };

export type WorkshopCommand =
  | ({ readonly type: 'workshop/plan'; readonly people: readonly Invited[] } & Planned)
  | ({ readonly type: 'workshop/reword'; readonly title: string; readonly purpose: string } & At)
  | ({ readonly type: 'workshop/reschedule'; readonly starts: Instant; readonly linksUntil: Day } & At)
  | ({ readonly type: 'workshop/set-agenda'; readonly agenda: readonly Phase[] } & At)
  | ({ readonly type: 'workshop/invite'; readonly person: PersonId; readonly guest: boolean } & At)
  | ({ readonly type: 'workshop/uninvite'; readonly person: PersonId } & At)
  | ({ readonly type: 'workshop/renew-link'; readonly person: PersonId } & At)
  | ({ readonly type: 'workshop/ask-prework'; readonly topics: readonly Topic[]; readonly until: Day } & At)
  /** `cards` is how many the server counted in the rows. */
  | ({ readonly type: 'workshop/send-prework'; readonly person: PersonId; readonly cards: number } & At)
  | ({ readonly type: 'workshop/remind'; readonly people: readonly PersonId[] } & At)
  | ({ readonly type: 'workshop/open' } & At)
  | ({ readonly type: 'workshop/start-phase'; readonly phase: number } & At)
  | ({ readonly type: 'workshop/pause' } & At)
  | ({ readonly type: 'workshop/resume' } & At)
  | ({ readonly type: 'workshop/extend'; readonly minutes: number } & At)
  /** The server alone asks these: only it knows what is hidden. */
  | ({ readonly type: 'workshop/reveal-cards'; readonly topic: Topic; readonly cards: readonly ShownCard[] } & At)
  | ({ readonly type: 'workshop/name-groups'; readonly topic: Topic; readonly groups: readonly NamedGroup[] } & At)
  | ({
      readonly type: 'workshop/reveal-votes';
      readonly topic: Topic;
      readonly voters: number;
      readonly counts: readonly Count[];
    } & At)
  | ({ readonly type: 'workshop/hand-over'; readonly person: PersonId } & At)
  | ({ readonly type: 'workshop/take-up'; readonly subject: string } & At)
  | ({ readonly type: 'workshop/put-together' } & PutTogether & At)
  | ({ readonly type: 'workshop/close' } & At)
  | ({ readonly type: 'workshop/cancel'; readonly why: NoteId } & At);

export type WorkshopEvent =
  | ({ readonly type: 'workshop/planned'; readonly people: readonly Invited[] } & Planned)
  | ({ readonly type: 'workshop/reworded'; readonly title: string; readonly purpose: string } & At)
  | ({ readonly type: 'workshop/rescheduled'; readonly starts: Instant; readonly linksUntil: Day } & At)
  | ({ readonly type: 'workshop/agenda-set'; readonly agenda: readonly Phase[] } & At)
  | ({ readonly type: 'workshop/invited'; readonly person: PersonId; readonly guest: boolean } & At)
  | ({ readonly type: 'workshop/uninvited'; readonly person: PersonId } & At)
  | ({ readonly type: 'workshop/link-renewed'; readonly person: PersonId } & At)
  | ({ readonly type: 'workshop/prework-asked'; readonly topics: readonly Topic[]; readonly until: Day } & At)
  | ({ readonly type: 'workshop/prework-sent'; readonly person: PersonId; readonly cards: number } & At)
  | ({ readonly type: 'workshop/reminded'; readonly people: readonly { readonly person: PersonId }[] } & At)
  | ({ readonly type: 'workshop/opened' } & At)
  | ({ readonly type: 'workshop/phase-started'; readonly phase: number } & At)
  | ({ readonly type: 'workshop/paused' } & At)
  | ({ readonly type: 'workshop/resumed' } & At)
  | ({ readonly type: 'workshop/extended'; readonly minutes: number } & At)
  | ({ readonly type: 'workshop/cards-revealed'; readonly topic: Topic; readonly cards: readonly ShownCard[] } & At)
  | ({ readonly type: 'workshop/groups-named'; readonly topic: Topic; readonly groups: readonly NamedGroup[] } & At)
  | ({
      readonly type: 'workshop/votes-revealed';
      readonly topic: Topic;
      readonly voters: number;
      readonly counts: readonly Count[];
    } & At)
  | ({ readonly type: 'workshop/handed-over'; readonly person: PersonId } & At)
  | ({ readonly type: 'workshop/taken-up'; readonly subject: string } & At)
  | ({ readonly type: 'workshop/put-together' } & PutTogether & At)
  | ({ readonly type: 'workshop/closed' } & At)
  | ({ readonly type: 'workshop/cancelled'; readonly why: NoteId } & At);

export type WorkshopRefusal =
  | Basic
  | AgendaRefusal
  | { readonly code: 'not-a-quarter'; readonly found: string }
  | { readonly code: 'not-an-instant'; readonly found: string }
  | { readonly code: 'workshop-gone-by'; readonly on: Day }
  | { readonly code: 'links-end-before'; readonly until: Day; readonly on: Day }
  | { readonly code: 'quarter-gone-by'; readonly period: string }
  | { readonly code: 'prework-day'; readonly until: Day; readonly from: Day; readonly to: Day }
  | { readonly code: 'said-twice' }
  | { readonly code: 'too-many-people'; readonly most: number }
  | { readonly code: 'not-invited' | 'guest-leads'; readonly person: PersonId }
  | { readonly code: 'not-the-facilitator'; readonly facilitator: PersonId }
  | { readonly code: 'workshop-not-open' | 'workshop-open' | 'workshop-over' | 'timer-not-running' | 'timer-runs' | 'put-together-already' }
  | { readonly code: 'no-such-step'; readonly steps: number }
  /** A step of the agenda that was begun stays where and as it is. */
  | { readonly code: 'step-begun'; readonly title: string }
  | { readonly code: 'not-on-the-agenda' | 'shown-already' | 'not-shown-yet' | 'votes-shown'; readonly topic: Topic }
  | { readonly code: 'prework-not-asked' | 'prework-shown' }
  | { readonly code: 'not-your-own'; readonly person: PersonId };

export type WorkshopBook = AgreementsBook & AssumptionBook & { readonly workshop: ReadonlyMap<WorkshopId, Workshop> };

/** Those who are asked in now. */
export const present = (w: Workshop): readonly Participant[] => w.people.filter(({ left }) => left === null);
/** This person, if he is asked in now. */
export const participant = (w: Workshop, person: PersonId): Participant | null => present(w).find((p) => p.person === person) ?? null;
/** Open: between its opening and its close. */
export const isOpen = (w: Workshop): boolean => w.openedAt !== null && w.closedAt === null && w.retired === null;
