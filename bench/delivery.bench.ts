/**
 * How long a delivery forecast takes: the first answer while a row is held, the whole one that a worker gives, and what a
 * Backlog of 5,000 items costs to open and to reorder in a browser. The floor is the least such a simulation must do: one
 * draw and one note for each item and trial, then one count of all notes. Times of the models are processor time, so that
 * other work on the machine does not count.
 */
import { NO_GROWTH } from '../src/models/delivery/growth.ts';
import { drawn } from '../src/models/delivery/draws.ts';
import { forecastOf } from '../src/models/delivery/finishes.ts';
import { compute, TRIALS, type DeliveryInput } from '../src/views/delivery/computed.ts';
import type { Figure } from './harness.ts';

export const name = 'Delivery forecast: 500 items × 10,000 trials; a Backlog of 5,000 items';

const ITEMS = 500;
const LONG = 5_000;
/** As many as the page takes for its first answer (web/state/use-forecast.ts). */
const QUICK = 300;
const SKILLS = ['text', 'design', 'events', 'data'];

const ground = { growth: { ...NO_GROWTH, discoveredHigh: 0.2 }, deadline: 40 };
const throughput: DeliveryInput = { ...ground, basis: 'throughput', history: [1, 2, 0, 1, 3, 1, 0, 2, 1, 2, 1, 3], places: ITEMS };
/** Another order each time, so that nothing can be remembered. */
const sizes = (turn: number): DeliveryInput => ({
  ...ground,
  basis: 'sizes',
  items: Array.from({ length: ITEMS }, (_, n) => {
    const at = (n + turn * 7) % ITEMS;
    return { key: `w_${at}`, parts: [{ skill: SKILLS[at % SKILLS.length]!, days: 2 + (at % 9), spread: at % 5 === 0 ? 0.8 : 0.54 }] };
  }),
  capacity: { text: 9, design: 6, events: 8, data: 4 },
  steadiness: 0.1,
});

export const run = async (): Promise<readonly Figure[]> => {
  const quickly = (turn: number): unknown => compute(turn % 2 === 0 ? sizes(turn) : throughput, QUICK);
  for (let turn = 0; turn < 30; turn++) quickly(turn);
  const first = times(40, (turn) => compute(sizes(turn), QUICK));
  const firstThroughput = times(40, () => compute(throughput, QUICK));
  const whole = times(9, (turn) => compute(sizes(turn), TRIALS));
  const wholeThroughput = times(9, () => compute(throughput, TRIALS));
  const least = times(9, floor);
  return [
    { what: 'first answer by sizes and skills, 300 trials, median', value: at(first, 0.5), unit: 'ms', atMost: 16 },
    { what: 'first answer by throughput, 300 trials, median', value: at(firstThroughput, 0.5), unit: 'ms', atMost: 16 },
    { what: 'whole answer by sizes and skills, 10,000 trials, median', value: at(whole, 0.5), unit: 'ms', atMost: 150 },
    { what: 'whole answer by throughput, 10,000 trials, median', value: at(wholeThroughput, 0.5), unit: 'ms', atMost: 150 },
    { what: 'floor: 5 million draws, notes and counts, median', value: at(least, 0.5), unit: 'ms' },
    { what: 'whole answer by sizes ÷ floor', value: at(whole, 0.5) / at(least, 0.5), unit: '×', atMost: 4 },
    { what: 'whole answer by throughput ÷ floor', value: at(wholeThroughput, 0.5) / at(least, 0.5), unit: '×', atMost: 4 },
    ...(await inBrowser()),
  ];
};

const floor = (): void => {
  const day = new Uint16Array(ITEMS * TRIALS);
  for (let trial = 0; trial < TRIALS; trial++)
    for (let place = 0; place < ITEMS; place++) day[place * TRIALS + trial] = 1 + (drawn(trial, place) & 2047);
  forecastOf({ places: ITEMS, trials: TRIALS, day }, 40);
};

/** Kept apart, because what runs within a page is checked against a page's types. */
const inBrowser = async (): Promise<readonly Figure[]> => {
  const file = new URL('../tests/browser/support/measure-backlog.ts', import.meta.url).href;
  const { measureBacklog } = (await import(file)) as { readonly measureBacklog: (items: number) => Promise<readonly Figure[]> };
  return measureBacklog(LONG);
};

const times = (n: number, work: (turn: number) => unknown): number[] =>
  Array.from({ length: n }, (_, turn) => {
    const began = process.cpuUsage();
    work(turn);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
const at = (all: readonly number[], q: number): number => all.toSorted((a, b) => a - b)[Math.ceil(q * all.length) - 1]!;
