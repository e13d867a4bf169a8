/**
 * The rolling backtest on real work: 12 weeks of throughput as the window, every usable week as a start, 30, 100 and
 * 400 items. Starts overlap (windows and futures share weeks), so the shares below are worth far fewer than their count.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dayNumber } from '../../src/kernel/day.ts';
import { random } from '../../src/kernel/random.ts';
import { forecastOf, NEVER, WORKDAYS } from '../../src/models/delivery/finishes.ts';
import { NO_GROWTH } from '../../src/models/delivery/growth.ts';
import { simulateThroughput, type Rate, type ThroughputWish } from '../../src/models/delivery/throughput.ts';
import { weeklyCounts } from '../../src/models/delivery/weeks.ts';
import { describeShared, shared } from '../support/shared.ts';

const WINDOW = 12;
const TRIALS = 1_000;

/** Days on which the 3,238 items were done. */
const doneDays = (): number[] =>
  readFileSync(shared('data/7digital/7digital2012.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => /,"(\d\d)\/(\d\d)\/(\d{4})",\d*,\d*$/.exec(line.trim().replaceAll('NA', ''))!)
    .map(([, date, month, year]) => dayNumber(`${year}-${month}-${date}`));

/** Monday to Sunday, from the week of the first item to the last whole one. */
const weeksOf = (days: readonly number[]): number[] => {
  const monday = (day: number): number => Math.floor((day + 3) / 7) * 7 - 3;
  const [first, last] = [monday(Math.min(...days)), monday(Math.max(...days) + 1)];
  return weeklyCounts(days, last, (last - first) / 7);
};

type Held = { readonly starts: number; readonly p50: number; readonly p85: number; readonly p95: number };

/** For each start: do so many items take at most as many weeks as each quantile said? */
const held = (weeks: readonly number[], items: number, rate: Rate, trials = TRIALS): Held => {
  const hits = { starts: 0, p50: 0, p85: 0, p95: 0 };
  for (let start = WINDOW; start < weeks.length; start++) {
    let took = 0;
    for (let done = 0; done < items && start + took < weeks.length; took++) done += weeks[start + took]!;
    if (weeks.slice(start, start + took).reduce((sum, n) => sum + n, 0) < items) break;
    const wish = { history: weeks.slice(start - WINDOW, start), places: items, growth: NO_GROWTH, rate, seed: `start ${start}` } as const;
    const said = lastPlace({ ...wish, trials });
    hits.starts += 1;
    for (const level of ['p50', 'p85', 'p95'] as const) if (took <= said[level]) hits[level] += 1;
  }
  const { starts } = hits;
  return { starts, p50: hits.p50 / starts, p85: hits.p85 / starts, p95: hits.p95 / starts };
};
const lastPlace = (wish: ThroughputWish) => {
  const found = forecastOf(simulateThroughput(wish), 0);
  const week = (days: number): number => (days === NEVER ? Infinity : Math.ceil(days / WORKDAYS));
  const last = wish.places - 1;
  return { p50: week(found.p50[last]!), p85: week(found.p85[last]!), p95: week(found.p95[last]!) };
};

describeShared('work of a real team, 2009 to 2012', () => {
  const days = doneDays();
  const weeks = weeksOf(days);

  test('weekly throughput is that of the published facts', () => {
    equal(days.length, 3238);
    const year = weeklyCounts(days, dayNumber('2012-07-30'), 52);
    const sorted = year.toSorted((a, b) => a - b);
    deepEqual([year.reduce((sum, n) => sum + n, 0), sorted[0], sorted[51], (sorted[25]! + sorted[26]!) / 2], [1701, 1, 57, 31.5]);
  });

  for (const [items, starts] of [
    [30, 158],
    [100, 157],
    [400, 148],
  ] as const)
    test(`“85 % sure” held for 80 to 93 % of the starts, ${items} items`, (t) => {
      const found = held(weeks, items, 'as-seen');
      t.diagnostic(
        `${items} items, ${found.starts} overlapping starts: P50 ${share(found.p50)}, P85 ${share(found.p85)}, P95 ${share(found.p95)}`,
      );
      equal(found.starts, starts);
      ok(found.p85 >= 0.8 && found.p85 <= 0.93, `${found.p85}`);
      ok(found.p50 < found.p85 && found.p85 <= found.p95);
    });

  test('with an uncertain rate it held more often, because this team became faster for three years', (t) => {
    for (const items of [30, 100, 400]) {
      const found = held(weeks, items, 'uncertain', 400);
      t.diagnostic(`${items} items, uncertain rate: P50 ${share(found.p50)}, P85 ${share(found.p85)}, P95 ${share(found.p95)}`);
      ok(found.p85 >= 0.85);
    }
  });
});

test('far beyond its window the plain rate is too sure and the uncertain one is not, on work that never changes pace', (t) => {
  const found = (rate: Rate): number => {
    const shares = Array.from({ length: 4 }, (_, n) => held(steady(random(`steady ${n}`)), 60, rate, 200).p85);
    return shares.reduce((sum, p) => sum + p, 0) / shares.length;
  };
  const [plain, uncertain] = [found('as-seen'), found('uncertain')];
  t.diagnostic(`60 items at 1.5 a week, 85 % sure: plain held ${share(plain)}, uncertain rate ${share(uncertain)}`);
  ok(plain < 0.8 && uncertain > plain + 0.05);
});

/** 160 weeks of a Poisson number with mean 1.5. */
const steady = (chance: { readonly next: () => number }): number[] =>
  Array.from({ length: 160 }, () => {
    let n = -1;
    for (let p = 1; p > Math.exp(-1.5); n++) p *= chance.next();
    return n;
  });
const share = (p: number): string => `${(p * 100).toFixed(1)} %`;
