/**
 * The demo company: Lademar, an invented maker of dock-scheduling and yard software for mid-size shippers.
 *
 * Two years, eight fiscal quarters up to and including the one that holds `asOf`. Same seed, day and scale: the same
 * bytes on any machine. Nothing is dated after `asOf` but plans. What is true about it stands apart (truth.ts).
 */
import type { Fiscal } from '../kernel/fiscal.ts';
import type { Currency } from '../kernel/money.ts';
import type { Seat } from '../domain/company/company.ts';
import { OPEN_SEAT } from './agreements.ts';
import { demoComments, type DemoComment } from './comments.ts';
import { decisionsOf } from './decisions.ts';
import { loadsOf, type DemoLoad } from './facts.ts';
import { COMPANY } from './founding.ts';
import type { DemoBatch } from './moments.ts';
import { PEOPLE, type DemoPerson } from './people.ts';
import { siteDays, type SiteDay } from './site-events.ts';
import { truthOf, type Truth } from './truth-counted.ts';
import { wordsOf, type DemoWord } from './words.ts';
import { workshopRooms, type DemoRoomChange } from './workshops.ts';
import { worldOf, type DemoWish } from './world.ts';

export type Demo = {
  readonly company: { readonly name: string; readonly currency: Currency; readonly zone: string; readonly fiscal: Fiscal };
  /** Everybody who is or was a member; `batches` bring them in, with names, roles and seats. */
  readonly people: readonly DemoPerson[];
  /** Every decision, oldest first; each passes decideBatch with its own `by` and `at`. */
  readonly batches: readonly DemoBatch[];
  /** Every row, load by load, in the order of import. */
  readonly loads: readonly DemoLoad[];
  /** What people said about who is who, oldest first. */
  readonly words: readonly DemoWord[];
  /** What people said about things, outside any decision. */
  readonly comments: readonly DemoComment[];
  /** What people wrote for the workshop of next week. */
  readonly rooms: readonly DemoRoomChange[];
  /** What its website sent in the last two days, by the door for events. */
  readonly site: readonly SiteDay[];
  /** The seat whose signature the present Guidepoint lacks: give it to whoever opens the demo. */
  readonly openSeat: Seat;
  /** What the facts were drawn from. Reads through every account; never to be written into the company. */
  readonly truth: () => Truth;
};

/** Throws RangeError where `asOf` is no day or `scale` is not between 0.05 and 1,000. */
export const demo = (wish: DemoWish): Demo => {
  if (!(wish.scale >= 0.05 && wish.scale <= 1_000)) throw new RangeError(`demo: scale ${wish.scale} is not between 0.05 and 1,000`);
  const world = worldOf(wish);
  const batches = decisionsOf(world);
  return {
    company: COMPANY,
    people: Object.values(PEOPLE),
    batches,
    loads: loadsOf(world, batches),
    words: wordsOf(world),
    comments: demoComments(world),
    rooms: workshopRooms(world),
    site: siteDays(world),
    openSeat: OPEN_SEAT,
    truth: () => truthOf(world),
  };
};
