/** What a delivery forecast is computed from, read from the book: history or sizes and capacity, growth, the period's end. */
import type { Book } from '../../domain/book.ts';
import { recordedDays, recordedPeople, daysBySkill } from '../../domain/capacity/recorded.ts';
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { CALENDAR_YEAR, quarterNamed, quarterOf, type Period } from '../../kernel/fiscal.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { NO_GROWTH, type Growth } from '../../models/delivery/growth.ts';
import { GUESSED_SPREAD, SIZED_SPREAD, STEADINESS, type Part, type SizedItem } from '../../models/delivery/sizes.ts';
import { basisOf, type BasisRuling } from './basis.ts';
import type { DeliveryInput } from './computed.ts';
import { sizesOf, type Sized } from './sizing.ts';
import { throughputOf, type Throughput } from './throughput.ts';
import { workdaysUntil } from './workdays.ts';

/** Recorded person-days from today on: a week, by skill, and until the period ends. Null where nobody recorded any. */
export type CapacityAhead = {
  readonly aWeek: number;
  readonly bySkill: readonly { readonly skill: string; readonly days: number }[];
  readonly left: number;
} | null;

/** What the forecast of one book on one day rests on; everything but the order of the items. */
export type Ground = {
  readonly today: Day;
  readonly period: Period;
  readonly throughput: Throughput;
  readonly capacity: CapacityAhead;
  readonly growth: Growth;
  /** True where somebody stated the growth; else it is none. */
  readonly grown: boolean;
  readonly sizes: ReadonlyMap<ItemId, Sized>;
  readonly ruling: BasisRuling;
};

/** So many days of recorded capacity are looked at for what a week holds. */
const AHEAD = 91;

const capacityAhead = (book: Book, today: Day, period: Period): CapacityAhead => {
  const people = recordedPeople(book).map((id) => ({ id, days: recordedDays(book, id, today, addDays(today, AHEAD))! }));
  if (people.length === 0) return null;
  const weeks = AHEAD / 7;
  return {
    aWeek: people.reduce((sum, { days }) => sum + days, 0) / weeks,
    bySkill: daysBySkill(book, people).map(({ skill, days }) => ({ skill, days: days / weeks })),
    left: daysBetween(today, period.to) > 0 ? people.reduce((sum, { id }) => sum + recordedDays(book, id, today, period.to)!, 0) : 0,
  };
};

/** `period` names a fiscal quarter; without it, or where it names none, the one that holds today. */
export const groundOf = (book: Book, today: Day, ids: readonly ItemId[], period?: string): Ground => {
  const fiscal = book.company.get('company')?.fiscal ?? CALENDAR_YEAR;
  const quarter = (period === undefined ? null : quarterNamed(fiscal, period)) ?? quarterOf(fiscal, today);
  const throughput = throughputOf(book, today);
  const capacity = capacityAhead(book, today, quarter);
  const stated = book.assumption.get('assumption')?.growth ?? null;
  const sizes = sizesOf(book, ids);
  const sized = [...sizes.values()].filter(({ days, from }) => days !== null && from === 0).length;
  return {
    today,
    period: quarter,
    throughput,
    capacity,
    growth: stated
      ? {
          discoveredLow: stated.discoveredLow,
          discoveredHigh: stated.discoveredHigh,
          splitLow: stated.splitLow,
          splitHigh: stated.splitHigh,
        }
      : NO_GROWTH,
    grown: stated !== null,
    sizes,
    ruling: basisOf(throughput, capacity?.aWeek ?? null, sized),
  };
};

/** The inputs for these items in this order; null where nothing carries a forecast. */
export const inputOf = (ground: Ground, order: readonly ItemId[]): DeliveryInput | null => {
  const { ruling, throughput, growth, today, period, capacity, sizes } = ground;
  const deadline = workdaysUntil(today, period.to);
  if (ruling.basis === 'none') return null;
  if (ruling.basis === 'throughput') return { basis: 'throughput', history: throughput.weeks, places: order.length, growth, deadline };
  const skilled = [...sizes.values()].some(({ bySkill }) => bySkill.length > 0);
  const pools = skilled ? poolsOf(capacity!) : [{ skill: ANY, days: capacity!.aWeek }];
  return {
    basis: 'sizes',
    items: order.map((id) => sizedItem(sizes.get(id), id, pools)),
    capacity: Object.fromEntries(pools.map(({ skill, days }) => [skill, days])),
    steadiness: STEADINESS,
    growth,
    deadline,
  };
};

/** People without a recorded skill, and everybody where no size names one. */
const ANY = '';
type Pool = { readonly skill: string; readonly days: number };

/** Queues of work: one for each recorded skill, by its name in small letters, and one for whoever has none. */
const poolsOf = ({ aWeek, bySkill }: NonNullable<CapacityAhead>): Pool[] => {
  const rest = aWeek - bySkill.reduce((sum, { days }) => sum + days, 0);
  return [
    ...bySkill.map(({ skill, days }) => ({ skill: skill.toLowerCase(), days })),
    ...(rest > 0.01 ? [{ skill: ANY, days: rest }] : []),
  ];
};

/** A size that names no skill is shared among the queues by what each can give in a week. */
const sizedItem = (sized: Sized | undefined, id: ItemId, pools: readonly Pool[]): SizedItem => {
  if (!sized || sized.days === null) return { key: id, parts: [] };
  const spread = sized.from === 0 ? SIZED_SPREAD : GUESSED_SPREAD;
  const all = pools.reduce((sum, { days }) => sum + days, 0);
  const parts: Part[] =
    sized.bySkill.length > 0
      ? sized.bySkill.map(({ skill, days }) => ({ skill: skill.toLowerCase(), days, spread }))
      : pools.map(({ skill, days }) => ({ skill, days: all > 0 ? (sized.days! * days) / all : 0, spread }));
  return { key: id, parts };
};
