/**
 * Expectation: what one side promises another, in words that both sign: marketing to sales, sales to marketing.
 *
 * Every wording is a revision, numbered from 1; a signature names the revision and the side it was given for, so a
 * change asks for both signatures again. One person cannot sign for both sides. Once both have signed it is agreed,
 * and in the end it is kept, broken or released.
 */
import type { Day } from '../../kernel/day.ts';
import type { ExpectationId, NoteId, PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/zone.ts';
import type { Basic } from '../check.ts';
import type { Seat } from '../company/company.ts';
import { seatsOf, type Declined, type Signature } from '../guidepoint/guidepoint.ts';
import type { Subject } from './about.ts';
import type { DutyBook } from './duty.ts';

/** One of the two: who promises, and who expects. */
export type Side = 'promises' | 'expects';
export const SIDES: readonly Side[] = ['promises', 'expects'];

/** A side is a seat, a named person, or a named person for a seat. Where no person is named, whoever holds the seat signs. */
export type Party = { readonly seat: Seat | null; readonly person: PersonId | null };

/** What is agreed: it stands in the event, word by word. */
export type Promised = {
  readonly statement: string;
  readonly due: Day;
  readonly promises: Party;
  readonly expects: Party;
  readonly about: readonly Subject[];
};

export type Revision = Promised & {
  readonly n: number;
  readonly proposedBy: PersonId;
  readonly proposedAt: Instant;
  readonly signatures: { readonly [S in Side]?: Signature };
  readonly declined: { readonly [S in Side]?: Declined };
};

/** How it ended; `why` is null only where it was kept without a word. */
export type Ended = {
  readonly how: 'kept' | 'broken' | 'released' | 'withdrawn';
  readonly by: PersonId;
  readonly at: Instant;
  readonly why: NoteId | null;
};

export type Expectation = { readonly id: ExpectationId; readonly revisions: readonly Revision[]; readonly ended: Ended | null };

type At = { readonly id: ExpectationId; readonly revision: number };

export type ExpectationCommand =
  | ({ readonly type: 'expectation/propose'; readonly id: ExpectationId } & Promised)
  | ({ readonly type: 'expectation/revise' } & At & Promised)
  | ({ readonly type: 'expectation/sign'; readonly side: Side } & At)
  | ({ readonly type: 'expectation/decline'; readonly side: Side; readonly why: NoteId } & At)
  | ({ readonly type: 'expectation/keep'; readonly why: NoteId | null } & At)
  | ({ readonly type: 'expectation/break'; readonly why: NoteId } & At)
  | ({ readonly type: 'expectation/release'; readonly why: NoteId } & At)
  | { readonly type: 'expectation/withdraw'; readonly id: ExpectationId; readonly why: NoteId };

export type ExpectationEvent =
  | ({ readonly type: 'expectation/proposed'; readonly id: ExpectationId } & Promised)
  | ({ readonly type: 'expectation/revised' } & At & Promised)
  | ({ readonly type: 'expectation/signed'; readonly side: Side } & At)
  | ({ readonly type: 'expectation/declined'; readonly side: Side; readonly why: NoteId } & At)
  | ({ readonly type: 'expectation/kept'; readonly why: NoteId | null } & At)
  | ({ readonly type: 'expectation/broken'; readonly why: NoteId } & At)
  | ({ readonly type: 'expectation/released'; readonly why: NoteId } & At)
  | { readonly type: 'expectation/withdrawn'; readonly id: ExpectationId; readonly why: NoteId };

export type ExpectationRefusal =
  | Basic
  | { readonly code: 'nothing-has-id'; readonly id: string }
  | { readonly code: 'side-without-anybody'; readonly side: Side }
  | { readonly code: 'sides-are-one' | 'said-twice' | 'nothing-changed' | 'not-agreed-yet' | 'agreed-already' | 'not-the-proposer' }
  | { readonly code: 'has-left'; readonly person: PersonId }
  | { readonly code: 'revision-moved-on'; readonly current: number }
  | { readonly code: 'not-your-side' | 'side-signed'; readonly side: Side }
  | { readonly code: 'signed-other-side'; readonly side: Side }
  | { readonly code: 'expectation-ended'; readonly how: Ended['how'] };

export type ExpectationBook = DutyBook & { readonly expectation: ReadonlyMap<ExpectationId, Expectation> };

/** The wording that stands now. */
export const latest = (e: Expectation): Revision => e.revisions.at(-1)!;

/** Agreed: both sides have signed this wording. */
export const isAgreed = (r: Revision): boolean => SIDES.every((side) => r.signatures[side] !== undefined);

export const otherSide = (side: Side): Side => (side === 'promises' ? 'expects' : 'promises');

/** True where this person may speak for a side: he is the one named, or nobody is and he holds the seat. */
export const speaksFor = (book: ExpectationBook, { seat, person }: Party, who: PersonId): boolean =>
  (person === null || person === who) && (seat === null || seatsOf(book, who).includes(seat));
