/**
 * The gate of a scale: the gate of the Blueprint (blueprint/gate.ts), asked in every quarter that the follow-up touches, with
 * its new work on top and that of earlier scales that the agreed version does not know.
 *
 * Rule: the person-days are spread evenly over the days of the follow-up, from its first to its last. What falls into
 * quarters that have no plan yet counts in those that have one, so that later dates do not carry work past the gate. Where
 * it touches no planned quarter there is nothing to hold it against, and that is said.
 */
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { quarterOf } from '../../kernel/fiscal.ts';
import type { CampaignId, PriorityId } from '../../kernel/ids.ts';
import { agreedAt, isAgreed, newest } from '../blueprint/blueprint.ts';
import { quarterDays, standingPlan } from '../blueprint/draft.ts';
import { loadOf, roomOf, shortfalls, type Shortfall } from '../blueprint/gate.ts';
import type { Carried, Plan } from '../blueprint/plan.ts';
import type { CampaignBook } from '../campaign/campaign.ts';

type Wanted = { readonly from: Day; readonly to: Day; readonly days: number; readonly priority: PriorityId | null };

/** What the gate says of one quarter. */
export type QuarterGate = {
  readonly period: string;
  /** Person-days of the follow-up that are counted in it. */
  readonly days: number;
  /** False where it has no plan yet: then nothing is held against it. */
  readonly planned: boolean;
  /** Left before this follow-up; below 0 where it is over already; null where nobody recorded any. */
  readonly freeDays: number | null;
  readonly shortfalls: readonly Shortfall[];
};

const round = (days: number): number => Math.round(days * 1000) / 1000;

/** Quarters that have a plan: agreed, or at least one priority in the draft. */
const plannedQuarters = (book: CampaignBook): readonly string[] =>
  [...new Set([...book.blueprint.keys(), ...[...book.priority.values()].map(({ period }) => period)])]
    .filter((period) => standingPlan(book, period).lines.length > 0)
    .toSorted();

/** How many of the days count in which planned quarter; empty where none is touched. The last takes what rounding leaves. */
const spread = (book: CampaignBook, quarters: readonly string[], { from, to, days }: Wanted): ReadonlyMap<string, number> => {
  const after = addDays(to, 1);
  const touched = quarters.flatMap((period) => {
    const { from: first, to: end } = quarterDays(book, period);
    const overlap = daysBetween(from > first ? from : first, after < end ? after : end);
    return overlap > 0 ? [{ period, overlap }] : [];
  });
  const whole = touched.reduce((sum, { overlap }) => sum + overlap, 0);
  let left = days;
  return new Map(
    touched.map(({ period, overlap }, n) => {
      const part = n === touched.length - 1 ? round(left) : round((days * overlap) / whole);
      left -= part;
      return [period, part];
    }),
  );
};

const carried = (book: CampaignBook, id: PriorityId | null, days: number): Carried => {
  const priority = id === null ? undefined : book.priority.get(id);
  return { priority: id ?? 'r_none', title: priority?.title ?? '', moscow: priority?.moscow ?? 'should', days, minor: null };
};

/** What follow-ups take from this quarter that the agreed version cannot know, since they were decided after it. */
const scaledSince = (book: CampaignBook, quarters: readonly string[], period: string, but: CampaignId | null): readonly Carried[] => {
  const b = book.blueprint.get(period);
  const agreed = isAgreed(b) ? agreedAt(newest(b)!) : null;
  return [...book.campaign.values()].flatMap((c) => {
    const follows = c.micro?.follows;
    const origin = follows ? book.campaign.get(follows.campaign)?.micro?.ended : null;
    if (!follows || !origin || c.id === but || c.retired || c.micro?.ended?.how === 'aborted') return [];
    const days = spread(book, quarters, { ...c, ...follows }).get(period) ?? 0;
    return days > 0 && (agreed === null || origin.at > agreed) ? [carried(book, follows.priority, days)] : [];
  });
};

const asked = (plan: Plan, before: readonly Carried[], more: Carried): Omit<QuarterGate, 'period' | 'planned'> => {
  const taken = { ...plan, carried: [...plan.carried, ...before] };
  const room = roomOf(plan).days;
  const found = more.days > 0 ? shortfalls({ ...taken, carried: [...taken.carried, more] }) : [];
  return {
    days: more.days,
    freeDays: room === null ? null : round(room - loadOf(taken).days),
    shortfalls: found.filter(({ over }) => over === 'people' || over === 'must'),
  };
};

/**
 * What the gate says of this many more days, in each planned quarter that they touch; of the quarter they start in, not
 * planned, where they touch none. `but`: a follow-up that is left out of what was scaled before, since it is the one that is asked about.
 */
export const gateFor = (book: CampaignBook, wanted: Wanted, but: CampaignId | null = null): readonly QuarterGate[] => {
  const quarters = plannedQuarters(book);
  const parts = [...spread(book, quarters, wanted)];
  const of = (period: string, days: number, planned: boolean): QuarterGate => {
    const before = scaledSince(book, quarters, period, but);
    const found = asked(standingPlan(book, period), before, carried(book, wanted.priority, days));
    return { period, planned, ...found, shortfalls: planned ? found.shortfalls : [] };
  };
  if (parts.length > 0) return parts.map(([period, days]) => of(period, days, true));
  return [of(quarterOf(book.company.get('company')!.fiscal, wanted.from).id, wanted.days, false)];
};
