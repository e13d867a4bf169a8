/**
 * When is each item of an ordered list done, by sizes and skills (Monte Carlo): for as long as history is thin.
 *
 * Every part of an item waits in the queue of its skill; queues are worked off in the order of the list, each at the
 * person-days its skill has in a week. An item is done when its last part is. One trial draws the real effort of every
 * part (lognormal around its size) and one factor for the capacity of the whole list.
 *
 * In    items       in order; each with parts (skill, median days ≥ 0, spread: standard deviation of the log of the real
 *                   effort over the size); an item without parts is done with the one before it
 *       capacity    person-days a week by skill; a skill that is missing or 0 never gets done
 *       steadiness  standard deviation of the log of the capacity, one factor a trial (illness, other work)
 *       growth      see growth.ts; multiplies every size
 *       trials, seed
 * Out   Finishes    working days, as throughput.ts
 * Throws RangeError   days, spreads or capacities that are not finite or negative; trials that are not whole
 *
 * Draws belong to the item (its key) and the trial, not to its place: after a move every other item keeps its luck, so
 * a difference of dates is the move and not noise.
 * Assumes: a person works on one thing at a time, people of one skill can stand in for each other, nothing waits for
 * anything but its turn. Dependencies and hand-overs make real work later.
 *
 * Source: lognormal spread of effort around estimates: T. Little, "Schedule Estimation and Uncertainty Surrounding the
 *   Cone of Uncertainty", IEEE Software 23(3) (2006) 48–54, doi:10.1109/MS.2006.82 (log-normal, P90/P50 about 2, that is
 *   a standard deviation of the log of 0.54).
 * Checked against: a plain queue worked off day by day in the test; without spread the sum of sizes over the capacity.
 */
import { random } from '../../kernel/random.ts';
import { normalQuantile } from '../normal.ts';
import { drawn, keyOf } from './draws.ts';
import { MOST_WEEKS, NEVER, WORKDAYS, type Finishes } from './finishes.ts';
import { checkedGrowth, grown, type Growth } from './growth.ts';

/** Spread of the real effort around a size that somebody gave. */
export const SIZED_SPREAD = 0.54;
/** Around a size that was guessed from similar items. */
export const GUESSED_SPREAD = 0.8;
/** How much a team's capacity differs from what was recorded, over a whole list. */
export const STEADINESS = 0.1;

export type Part = { readonly skill: string; readonly days: number; readonly spread: number };
export type SizedItem = { readonly key: string; readonly parts: readonly Part[] };
export type SizesWish = {
  readonly items: readonly SizedItem[];
  readonly capacity: { readonly [skill: string]: number };
  readonly steadiness: number;
  readonly growth: Growth;
  readonly trials: number;
  readonly seed: string;
};

/** The normal distribution in 4,096 equal steps, at their middles: a draw is a look-up. */
const STEPS = 4_096;
const NORMAL = Float64Array.from({ length: STEPS }, (_, i) => normalQuantile((i + 0.5) / STEPS));

export const simulateSizes = ({ items, capacity, steadiness, growth, trials, seed }: SizesWish): Finishes => {
  checkedGrowth(growth);
  const parts = items.flatMap(({ parts: of }) => of);
  if (!Number.isSafeInteger(trials) || trials < 1) throw new RangeError(`sizes: whole trials wanted, got ${trials}`);
  if (
    ![...parts.flatMap(({ days, spread }) => [days, spread]), ...Object.values(capacity), steadiness].every(
      (n) => Number.isFinite(n) && n >= 0,
    )
  )
    throw new RangeError('sizes: finite days, spreads and capacities of 0 or more wanted');
  const skills = [...new Set(parts.map(({ skill }) => skill))];
  const skillOf = Uint16Array.from(parts, ({ skill }) => skills.indexOf(skill));
  const takes = Float64Array.from(parts, ({ skill, days }) => (days * WORKDAYS) / (capacity[skill] ?? 0));
  const luck = Int32Array.from(items.flatMap(({ key, parts: of }) => of.map(({ skill }) => keyOf(`${seed}/${key}/${skill}`))));
  const { tables, at } = tablesOf(parts);
  const ends = endsOf(items);
  const places = items.length;
  const day = new Uint16Array(places * trials);
  const queue = new Float64Array(skills.length);
  const chance = random(seed);
  const last = MOST_WEEKS * WORKDAYS;
  for (let trial = 0; trial < trials; trial++) {
    const factor = grown(growth, chance) / Math.exp(steadiness * chance.normal());
    queue.fill(0);
    let part = 0;
    let done = 0;
    for (let place = 0; place < places; place++) {
      const end = ends[place]!;
      if (part < end) done = 0;
      for (; part < end; part++) {
        const s = skillOf[part]!;
        const until = queue[s]! + takes[part]! * tables[at[part]! + (drawn(luck[part]!, trial) & (STEPS - 1))]!;
        queue[s] = until;
        if (!(until <= done)) done = until;
      }
      const finished = done * factor;
      day[place * trials + trial] = finished <= last ? Math.max(1, Math.ceil(finished - 1e-9)) : NEVER;
    }
  }
  return { places, trials, day };
};

/** Where the parts of each item end in the row of all parts. */
const endsOf = (items: readonly SizedItem[]): Uint32Array => {
  let sum = 0;
  return Uint32Array.from(items, ({ parts }) => (sum += parts.length));
};

/** Real effort over size by step, one table for each spread behind the other, and where each part's table begins. */
const tablesOf = (parts: readonly Part[]): { readonly tables: Float64Array; readonly at: Uint32Array } => {
  const spreads = [...new Set(parts.map(({ spread }) => spread))];
  const tables = new Float64Array(spreads.length * STEPS);
  spreads.forEach((spread, n) =>
    tables.set(
      NORMAL.map((z) => Math.exp(spread * z)),
      n * STEPS,
    ),
  );
  return { tables, at: Uint32Array.from(parts, ({ spread }) => spreads.indexOf(spread) * STEPS) };
};
