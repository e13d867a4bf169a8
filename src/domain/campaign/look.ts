/**
 * Looks told by hand: sums up to the end of a day. They only grow; one that goes back, or tells an earlier day, is a
 * correction and says why. Looks that arrive after the verdict are kept and shown as late: they change nothing that was
 * decided.
 */
import { isDay, type Day } from '../../kernel/day.ts';
import type { CampaignId, NoteId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { day, minor } from '../check.ts';
import { microOf, withMicro, type BriefRefusal } from './brief.ts';
import type { CampaignPart } from './campaign.ts';
import { armHolds, isByHand } from './criteria-hold.ts';
import type { Arm, Criteria, Look } from './criteria.ts';
import { standingLooks, type Micro } from './micro.ts';
import { todayOf } from './set-aside.ts';

type Told = {
  readonly id: CampaignId;
  readonly on: Day;
  readonly arms: readonly Arm[];
  readonly guards: readonly (readonly Arm[])[];
  /** Spent up to that day, whole minor units of the company's currency; null where nobody looked. */
  readonly spentMinor: number | null;
  readonly correction: NoteId | null;
};

export type LookCommand = { readonly type: 'campaign/look' } & Told;
export type LookEvent = { readonly type: 'campaign/looked' } & Told & { readonly currency: string | null };

export type LookRefusal =
  | BriefRefusal
  | { readonly code: 'not-started-yet'; readonly campaign: CampaignId }
  | { readonly code: 'look-out-of-range'; readonly on: Day; readonly from: Day; readonly to: Day }
  | { readonly code: 'look-goes-back'; readonly what: 'day' | 'counts' | 'money'; readonly last: Day }
  | { readonly code: 'arms-do-not-match'; readonly found: number; readonly wanted: number }
  | { readonly code: 'nothing-told' };

type Held = Result<null, LookRefusal>;

const armsHold = (kind: Criteria['measure']['kind'], arms: readonly Arm[], wanted: number): Held => {
  if (arms.length !== wanted) return refuse({ code: 'arms-do-not-match', found: arms.length, wanted });
  return arms.map((arm) => armHolds(kind, arm)).find((held) => !held.ok) ?? ok(null);
};

/** What is told matches what is told by hand here: an arm for each variant, none where it is counted from facts. */
const shapeHolds = ({ measure, guardrails }: Criteria, variants: number, { arms, guards, spentMinor }: Told): Held => {
  const wanted = (hand: boolean): number => (hand ? variants : 0);
  const main = armsHold(measure.kind, arms, wanted(isByHand(measure)));
  if (!main.ok) return main;
  if (guards.length !== guardrails.length) return refuse({ code: 'arms-do-not-match', found: guards.length, wanted: guardrails.length });
  for (const [n, guard] of guardrails.entries()) {
    const held = armsHold(guard.measure.kind, guards[n]!, wanted(isByHand(guard.measure)));
    if (!held.ok) return held;
  }
  return arms.length + guards.flat().length === 0 && spentMinor === null ? refuse({ code: 'nothing-told' }) : ok(null);
};

const falls = (was: readonly Arm[], now: readonly Arm[]): boolean => was.some((arm, n) => now[n]!.n < arm.n || fallsBelow(arm, now[n]!));
/** Amounts may fall where credit notes come; counts and squares cannot. */
const fallsBelow = (was: Arm, now: Arm): boolean => (was.ofSquares === null ? now.of < was.of : now.ofSquares! < was.ofSquares);

const grows = (m: Micro, told: Told): Held => {
  const last = standingLooks(m).at(-1);
  if (!last) return ok(null);
  if (told.on < last.on) return refuse({ code: 'look-goes-back', what: 'day', last: last.on });
  const counts = falls(last.arms, told.arms) || last.guards.some((guard, n) => falls(guard, told.guards[n]!));
  if (counts) return refuse({ code: 'look-goes-back', what: 'counts', last: last.on });
  const money = last.spent !== null && told.spentMinor !== null && told.spentMinor < last.spent.minor;
  return money ? refuse({ code: 'look-goes-back', what: 'money', last: last.on }) : ok(null);
};

export const look: CampaignPart<LookCommand, LookEvent, LookRefusal> = {
  decide: {
    'campaign/look': (c, { type: _type, ...told }, ctx, book) => {
      const found = microOf(c, told.id);
      if (!found.ok) return found;
      const micro = found.value;
      if (!micro.started) return refuse({ code: 'not-started-yet', campaign: told.id });
      const basic = [day('on', told.on), minor('spent', told.spentMinor)].find((held) => !held.ok);
      if (basic && !basic.ok) return basic;
      const today = todayOf(book, ctx);
      if (!isDay(told.on) || told.on < micro.started.on || told.on > today)
        return refuse({ code: 'look-out-of-range', on: told.on, from: micro.started.on, to: today });
      const shape = shapeHolds(micro.written!.criteria, micro.variants.length, told);
      if (!shape.ok) return shape;
      const growing = told.correction === null ? grows(micro, told) : ok(null);
      if (!growing.ok) return growing;
      const { id, on, arms, guards, spentMinor, correction } = told;
      const { currency } = book.company.get('company')!;
      return ok([
        {
          type: 'campaign/looked',
          id,
          on,
          arms: arms.map(summed),
          guards: guards.map((g) => g.map(summed)),
          spentMinor,
          currency,
          correction,
        },
      ]);
    },
  },
  evolve: {
    'campaign/looked': (c, { on, arms, guards, spentMinor, currency, correction }, { by, at }) => {
      const told: Look = { on, arms, guards, spent: spentMinor === null ? null : { minor: spentMinor, currency }, correction, by, at };
      return withMicro(c!, (m) => ({ ...m, looks: [...m.looks, told] }));
    },
  },
};

/** Field by field, so that nothing else gets into an event. */
const summed = ({ n, of, ofSquares, outOf, outOfSquares, products }: Arm): Arm => ({ n, of, ofSquares, outOf, outOfSquares, products });
