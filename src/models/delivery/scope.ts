/**
 * When is one piece of work done whose size is not certain, and how much gets done: sampled weekly throughput.
 *
 * when
 * In    history     finished items a week, whole ≥ 0, one or more
 *       low, high   the work holds so many items at least and at most, whole, each number as likely
 *       splits      into how many finished items one of them turns, each rate as likely; ceil(items × rate) are needed
 *       trials, seed
 * Out   weeks       for each trial the week in which the last is done; 0: nothing was to be done; NEVER beyond MOST_WEEKS
 * howMany
 * Out   items       for each trial what `weeks` weeks finish; the 85 % answer is the 15th percentile
 *
 * Throws RangeError   as throughput.ts; low > high; no rate at all
 * Source, checked against: as throughput.ts; backlog_when, backlog_when_scope_uncertain and backlog_how_many of
 *   vectors/forecast_backlog_scores.json.
 */
import { random } from '../../kernel/random.ts';
import { MOST_WEEKS, NEVER } from './finishes.ts';
import { checkedHistory } from './throughput.ts';

export type Scope = { readonly low: number; readonly high: number; readonly splits: readonly number[] };
type Sampling = { readonly history: readonly number[]; readonly trials: number; readonly seed: string };

export const when = ({ history, trials, seed }: Sampling, { low, high, splits }: Scope): Uint16Array => {
  checkedHistory(history);
  if (!(low <= high) || splits.length === 0) throw new RangeError(`when: ${low} to ${high} items by one split rate or more wanted`);
  const weeks = new Uint16Array(trials);
  const chance = random(seed);
  for (let trial = 0; trial < trials; trial++) {
    const needed = Math.ceil(chance.whole(low, high) * chance.pick(splits) - 1e-9);
    let done = 0;
    let week = 0;
    while (done < needed && week < MOST_WEEKS) {
      done += history[Math.floor(chance.next() * history.length)]!;
      week++;
    }
    weeks[trial] = done < needed ? NEVER : week;
  }
  return weeks;
};

export const howMany = ({ history, trials, seed }: Sampling, weeks: number): Uint32Array => {
  checkedHistory(history);
  const items = new Uint32Array(trials);
  const chance = random(seed);
  for (let trial = 0; trial < trials; trial++) {
    let done = 0;
    for (let week = 0; week < weeks; week++) done += history[Math.floor(chance.next() * history.length)]!;
    items[trial] = done;
  }
  return items;
};
