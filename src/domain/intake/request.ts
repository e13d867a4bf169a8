/**
 * Request: what somebody asked marketing for, as a result. People call it R-131.
 *
 * Its words, and the name and address of who asked, are rows; here stand their ids. From the moment it is received
 * it stands in exactly one way (`standing`) until somebody says otherwise, each time with a reason the requester reads.
 * What may be done with it in which state is the table in `allows.ts`.
 */
import type { Day } from '../../kernel/day.ts';
import type { FormId, ItemId, NoteId, PersonId, RequestId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/zone.ts';
import type { Basic } from '../check.ts';
import type { FormBook } from './form.ts';

/** What was asked, each in the requester's own words: the result comes first, the tactic last. */
export type Wish = {
  /** What should be different. */
  readonly result: NoteId;
  /** Who has to do something differently. */
  readonly whom: NoteId | null;
  /** By when it matters; null where no day was named. */
  readonly due: Day | null;
  /** What happens if it is later. */
  readonly later: NoteId | null;
  /** How they would see that it worked. */
  readonly proof: NoteId | null;
  /** What they had in mind, if anything. */
  readonly tactic: NoteId | null;
};

export type Standing =
  | { readonly state: 'received' }
  /** Comes back by itself on the day. */
  | { readonly state: 'deferred'; readonly until: Day }
  | { readonly state: 'accepted'; readonly item: ItemId }
  /** Shares the fate of another request. */
  | { readonly state: 'merged'; readonly into: RequestId }
  | { readonly state: 'declined' }
  | { readonly state: 'withdrawn' };

export type State = Standing['state'];

/** Something the team asked the requester. */
export type Question = {
  readonly question: NoteId;
  readonly by: PersonId;
  readonly at: Instant;
  readonly answer: { readonly answer: NoteId; readonly at: Instant } | null;
};

/** A place in the queue that the requester asked for, and what the team said. */
export type PlaceAsked = {
  readonly place: number;
  readonly note: NoteId | null;
  readonly at: Instant;
  readonly answer: { readonly granted: boolean; readonly why: NoteId; readonly by: PersonId; readonly at: Instant } | null;
};

export type Request = Wish & {
  readonly id: RequestId;
  /** What people call it: R-131. */
  readonly ref: string;
  /** The share link it came by; null where somebody of the company wrote it down. */
  readonly form: FormId | null;
  /** Who asked. */
  readonly by: PersonId;
  readonly on: Day;
  readonly receivedAt: Instant;
  readonly standing: Standing;
  /** Who brought it to where it stands, when, and why; null while it is as it was received. */
  readonly decided: { readonly by: PersonId; readonly at: Instant; readonly why: NoteId | null } | null;
  readonly questions: readonly Question[];
  /** The last place asked for; null where none was. */
  readonly place: PlaceAsked | null;
};

export type RequestCommand =
  | ({
      readonly type: 'request/receive';
      readonly id: RequestId;
      readonly form: FormId | null;
      readonly by: PersonId;
      readonly on: Day;
    } & Wish)
  | { readonly type: 'request/accept'; readonly id: RequestId; readonly item: ItemId; readonly why: NoteId }
  | { readonly type: 'request/merge'; readonly id: RequestId; readonly into: RequestId; readonly why: NoteId }
  | { readonly type: 'request/defer'; readonly id: RequestId; readonly until: Day; readonly why: NoteId }
  | { readonly type: 'request/decline'; readonly id: RequestId; readonly why: NoteId }
  | { readonly type: 'request/withdraw'; readonly id: RequestId; readonly why: NoteId | null }
  /** Brings it back among those that wait for a decision; without a reason where a decision is only taken back. */
  | { readonly type: 'request/return'; readonly id: RequestId; readonly why: NoteId | null }
  | { readonly type: 'request/ask'; readonly id: RequestId; readonly question: NoteId }
  | { readonly type: 'request/answer'; readonly id: RequestId; readonly answer: NoteId }
  | { readonly type: 'request/ask-place'; readonly id: RequestId; readonly place: number; readonly note: NoteId | null }
  | { readonly type: 'request/answer-place'; readonly id: RequestId; readonly granted: boolean; readonly why: NoteId };

export type RequestEvent =
  | ({
      readonly type: 'request/received';
      readonly id: RequestId;
      readonly ref: string;
      readonly form: FormId | null;
      readonly by: PersonId;
      readonly on: Day;
    } & Wish)
  | { readonly type: 'request/accepted'; readonly id: RequestId; readonly item: ItemId; readonly why: NoteId }
  | { readonly type: 'request/merged'; readonly id: RequestId; readonly into: RequestId; readonly why: NoteId }
  | { readonly type: 'request/deferred'; readonly id: RequestId; readonly until: Day; readonly why: NoteId }
  | { readonly type: 'request/declined'; readonly id: RequestId; readonly why: NoteId }
  | { readonly type: 'request/withdrawn'; readonly id: RequestId; readonly why: NoteId | null }
  | { readonly type: 'request/returned'; readonly id: RequestId; readonly why: NoteId | null }
  | { readonly type: 'request/question-asked'; readonly id: RequestId; readonly question: NoteId }
  | { readonly type: 'request/question-answered'; readonly id: RequestId; readonly answer: NoteId }
  | { readonly type: 'request/place-asked'; readonly id: RequestId; readonly place: number; readonly note: NoteId | null }
  | { readonly type: 'request/place-answered'; readonly id: RequestId; readonly granted: boolean; readonly why: NoteId };

export type RequestRefusal =
  | Basic
  /** What is asked cannot be done in the state it stands in. */
  | { readonly code: 'request-stands-otherwise'; readonly ref: string; readonly state: State }
  | { readonly code: 'merged-into-itself' }
  | { readonly code: 'merge-into-the-first'; readonly ref: string; readonly first: string }
  | { readonly code: 'not-your-request'; readonly ref: string }
  | { readonly code: 'question-open'; readonly ref: string }
  | { readonly code: 'no-question'; readonly ref: string }
  | { readonly code: 'no-place-asked'; readonly ref: string }
  | { readonly code: 'not-a-place' }
  | { readonly code: 'not-later'; readonly until: Day }
  | { readonly code: 'form-closed'; readonly name: string; readonly how: 'revoked' | 'expired' };

export type RequestBook = FormBook & { readonly request: ReadonlyMap<RequestId, Request> };

/** The question that waits for its answer; null where none does. */
export const openQuestion = (request: Request): Question | null => request.questions.find(({ answer }) => answer === null) ?? null;

/** The request whose fate this one shares: itself, unless it was merged. */
export const rootOf = (book: RequestBook, request: Request): Request => {
  let at = request;
  while (at.standing.state === 'merged') at = book.request.get(at.standing.into)!;
  return at;
};

/** The requests that were merged into this one, directly. */
export const mergedInto = (book: RequestBook, id: RequestId): Request[] =>
  [...book.request.values()].filter(({ standing }) => standing.state === 'merged' && standing.into === id);
