import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { forecastOf, NEVER } from './finishes.ts';
import { NO_GROWTH } from './growth.ts';
import { simulateSizes, type SizedItem } from './sizes.ts';

const item = (key: string, ...parts: readonly (readonly [skill: string, days: number])[]): SizedItem => ({
  key,
  parts: parts.map(([skill, days]) => ({ skill, days, spread: 0 })),
});
const certain = { steadiness: 0, growth: NO_GROWTH, trials: 1, seed: 'sizes' } as const;
const SKILLS = ['text', 'design', 'events'] as const;

test('without spread an item is done when the sizes before it and its own are worked off', () => {
  const items = [item('a', ['text', 5]), item('b', ['text', 2.5]), item('c', ['text', 10])];
  deepEqual([...simulateSizes({ ...certain, items, capacity: { text: 5 } }).day], [5, 8, 18]);
});

test('two skills are worked on side by side, and an item waits for the slower one', () => {
  const items = [item('a', ['text', 10]), item('b', ['design', 2]), item('c', ['text', 1], ['design', 1])];
  deepEqual([...simulateSizes({ ...certain, items, capacity: { text: 5, design: 5 } }).day], [10, 2, 11]);
});

test('a skill nobody has is never done, and holds up nothing else', () => {
  const items = [item('a', ['film', 1]), item('b', ['text', 5])];
  deepEqual([...simulateSizes({ ...certain, items, capacity: { text: 5 } }).day], [NEVER, 5]);
});

test('any list ends where a queue worked off hour by hour ends', () => {
  const part = fc.tuple(fc.constantFrom(...SKILLS), fc.integer({ min: 1, max: 40 }));
  fc.assert(
    fc.property(fc.array(fc.array(part, { minLength: 1, maxLength: 2 }), { maxLength: 12 }), (list) => {
      const items = list.map((parts, i) => item(`w_${i}`, ...parts));
      const found = [...simulateSizes({ ...certain, items, capacity: { text: 5, design: 10, events: 5 } }).day];
      deepEqual(found, workedOff(list, { text: 1, design: 2, events: 1 }));
    }),
  );
});

/** The plain way: each day every skill works its day's capacity off the first unfinished parts of its queue. */
const workedOff = (list: readonly (readonly (readonly [string, number])[])[], perDay: { readonly [skill: string]: number }): number[] => {
  const left = list.map((parts) => parts.map(([skill, days]) => ({ skill, days })));
  const done = list.map(() => 0);
  for (let day = 1; done.includes(0) && day < 2000; day++) {
    for (const skill of SKILLS) {
      let hours = perDay[skill]!;
      for (const part of left.flat().filter((p) => p.skill === skill && p.days > 0)) {
        const now = Math.min(hours, part.days);
        part.days -= now;
        hours -= now;
      }
    }
    left.forEach((parts, i) => {
      if (done[i] === 0 && parts.every((p) => p.days === 0)) done[i] = day;
    });
  }
  return done;
};

const spread = (n: number): SizedItem[] =>
  Array.from({ length: n }, (_, i) => ({ key: `w_${i}`, parts: [{ skill: 'text', days: 3, spread: 0.54 }] }));

test('half the trials of one item end by its size, and nine in ten by about twice of it', () => {
  const { p50, p90 } = forecastOf(
    simulateSizes({
      ...certain,
      items: [{ key: 'w', parts: [{ skill: 'text', days: 100, spread: 0.54 }] }],
      capacity: { text: 5 },
      trials: 20_000,
    }),
    0,
  );
  ok(Math.abs(p50[0]! - 100) <= 2 && Math.abs(p90[0]! - 100 * Math.exp(0.54 * 1.2816)) <= 4, `${p50[0]} ${p90[0]}`);
});

test('an item that nothing was moved across keeps its dates to the day', () => {
  const items = spread(30);
  const wish = { ...certain, capacity: { text: 10 }, trials: 500 };
  const before = simulateSizes({ ...wish, items });
  const moved = simulateSizes({ ...wish, items: [...items.slice(0, 5), items[9]!, ...items.slice(5, 9), ...items.slice(10)] });
  const at = (of: typeof before, place: number): number[] => [...of.day.subarray(place * 500, (place + 1) * 500)];
  deepEqual(at(moved, 3), at(before, 3));
  deepEqual(at(moved, 20), at(before, 20));
});

test('sizes that cannot be are refused', () => {
  const wish = { ...certain, capacity: { text: 5 } };
  throws(() => simulateSizes({ ...wish, items: [item('a', ['text', -1])] }), RangeError);
  throws(() => simulateSizes({ ...wish, items: [], capacity: { text: Number.NaN } }), RangeError);
  equal(simulateSizes({ ...wish, items: [] }).places, 0);
});
