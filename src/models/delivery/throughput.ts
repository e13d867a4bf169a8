/**
 * When is each item of an ordered list done, by sampled weekly throughput (Monte Carlo).
 *
 * One trial walks once: it draws past weeks with replacement, adds up what they finished, and notes for every place in
 * which working day the sum passed it. So the place table of the whole list costs one walk a trial, not one an item;
 * it depends on the place alone, and reordering needs no new simulation.
 *
 * In    history     finished items a week, whole ≥ 0, one entry or more, weeks of 0 included
 *       places      items in the list, whole ≥ 0
 *       growth      see growth.ts; place k (from 1) then stands for k × growth finished items, rounded
 *       rate        `as-seen`: the window is taken as the truth (the plain model of the literature).
 *                   `uncertain`: each trial weighs the weeks anew (Bayesian bootstrap), because twelve weeks do not
 *                   know the rate exactly; matters where the horizon is several times the window
 *       first       places before this one (from 0) are walked through but not noted; 0 notes them all
 *       trials      10,000 is customary; seed: the same seed gives the same numbers on every machine
 * Out   Finishes    working days; the items of a week are spread evenly over its five days
 * Throws RangeError   empty history; counts that are not whole and ≥ 0; places or trials that are not whole
 *
 * Refuses by NEVER: a history of zeros alone finishes nothing.
 * Assumes: weeks like the past ones, the same team, and no order in them (no trend, no season). A team that grows is
 * forecast too late, one that shrinks too early.
 *
 * Source: D. Vacanti, "Actionable Agile Metrics" (2015); T. Magennis; D. B. Rubin, "The Bayesian Bootstrap", Annals of
 *   Statistics 9 (1981) 130–134, doi:10.1214/aos/1176345338.
 * Checked against: exact convolution (vectors/forecast_backlog_scores.json, backlog_when) within 4·√(p(1−p)/M); rolling
 *   backtest on data/7digital (tests/models/backtest.test.ts; docs/decisions, "How sure a forecast is").
 */
import { random, type Random } from '../../kernel/random.ts';
import { below, drawn, keyOf } from './draws.ts';
import { MOST_WEEKS, NEVER, WORKDAYS, type Finishes } from './finishes.ts';
import { checkedGrowth, grown, type Growth } from './growth.ts';

export type Rate = 'as-seen' | 'uncertain';

export type ThroughputWish = {
  readonly history: readonly number[];
  readonly places: number;
  readonly growth: Growth;
  readonly rate: Rate;
  readonly trials: number;
  readonly seed: string;
  readonly first?: number;
};

export const checkedHistory = (history: readonly number[]): readonly number[] => {
  if (history.length === 0 || !history.every((n) => Number.isSafeInteger(n) && n >= 0))
    throw new RangeError(`throughput: one week or more of whole counts wanted, got [${history.join(', ')}]`);
  return history;
};

export const simulateThroughput = ({ history, places: to, growth, rate, trials, seed, first = 0 }: ThroughputWish): Finishes => {
  checkedHistory(history);
  checkedGrowth(growth);
  if (![to, first, trials].every(Number.isSafeInteger) || first < 0 || to < first || trials < 1)
    throw new RangeError(`throughput: whole places and trials wanted, got ${first} to ${to} and ${trials}`);
  const places = to - first;
  const day = new Uint16Array(places * trials).fill(NEVER);
  if (!history.some((n) => n > 0)) return { places, trials, day };
  const chance = random(seed);
  const weeks = Float64Array.from(history);
  const key = keyOf(seed);
  for (let trial = 0; trial < trials; trial++) {
    const factor = grown(growth, chance);
    const stream = drawn(key, trial);
    const from = rate === 'uncertain' ? reweighed(history, chance) : weeks;
    let done = 0;
    let place = 0;
    let note = trial;
    let needed = Math.round((first + 1) * factor);
    for (let week = 0; place < places && week < MOST_WEEKS; week++) {
      const now = from[below(drawn(stream, week), from.length)]!;
      const reached = done + now;
      while (needed <= reached && place < places) {
        day[note] = week * WORKDAYS + Math.ceil(((needed - done) / now) * WORKDAYS);
        place++;
        note += trials;
        needed = Math.round((first + place + 1) * factor);
      }
      done = reached;
    }
  }
  return { places, trials, day };
};

/** Steps in which a trial's own weights are kept. */
const STEPS = 256;

/** The past weeks as one trial weighs them: Dirichlet(1, …, 1), drawn as exponentials over their sum, as a table to draw from. */
const reweighed = (history: readonly number[], chance: Random): Float64Array => {
  const upTo = history.map(() => -Math.log(1 - chance.next()));
  for (let i = 1; i < upTo.length; i++) upTo[i]! += upTo[i - 1]!;
  const table = new Float64Array(STEPS);
  for (let step = 0, i = 0; step < STEPS; step++) {
    while (i < history.length - 1 && upTo[i]! * STEPS <= (step + 0.5) * upTo.at(-1)!) i++;
    table[step] = history[i]!;
  }
  return table;
};
