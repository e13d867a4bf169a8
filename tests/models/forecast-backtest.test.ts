/**
 * The backtest on real records: Maven's CRM and Olist's funnel. Weekly origins after 12 weeks of closes, 28, 56 and 84 days ahead,
 * with only what was known then. Fails where the forecast is wholly worse than the rate of the last twelve weeks, or where its 50 %
 * or 80 % intervals held more or less often than chance allows; but for one line, at the end, which is wholly worse and says so.
 *
 * Maven writes amounts at the close and has no last year; Olist has no lost deals, and begins truncated: leads of months
 * before its first close are in it, their closes are not. Its leads end in May 2018, its closes do not: of leads it tells nothing.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber } from '../../src/kernel/day.ts';
import { backtest, weeklyOrigins } from '../../src/models/outcome-forecast/backtest.ts';
import { judgedOf, TOO_FEW, type Judged, type Within } from '../../src/models/outcome-forecast/judged.ts';
import { knownBy, type Past } from '../../src/models/outcome-forecast/past.ts';
import type { FigureName } from '../../src/models/outcome-forecast/figures.ts';
import { mavenPast, olistPast } from '../support/real-pasts.ts';
import { describeShared } from '../support/shared.ts';

const judge = (past: Past, figure: FigureName, days: number): Judged => {
  const last = past.deals.reduce((most, d) => Math.max(most, d.opened, d.closed ?? 0), 0);
  const origins = weeklyOrigins(past, last, days);
  equal(origins[0]! >= past.since + 84, true);
  return judgedOf(backtest({ past, figure, days, origins, draws: 200, seed: 'real' }), days, 7, 'real')!;
};

const words = ({ n, apart, most, half, gap, skill }: Judged): string =>
  `${n} weekly origins (${apart} apart): 80 % held ${most.held} (${most.low} to ${most.high} within chance), 50 % held ${half.held} (${half.low} to ${half.high}); CRPS less that of the trailing rate ${gap.mean.toPrecision(3)} (${gap.low.toPrecision(3)} to ${gap.high.toPrecision(3)}); skill ${skill.trailing?.toFixed(2)}`;

const within = ({ held, low, high }: Within): boolean => held >= low && held <= high;

describeShared('real records, forecast with only what was known then', () => {
  test('nothing later than the day is in what was known, and amounts that are written at the close were not there', () => {
    const day = dayNumber('2017-08-01');
    const known = knownBy(mavenPast(), day);
    ok(known.deals.every((d) => d.opened <= day && (d.closed === null || d.closed <= day)));
    deepEqual([...new Set(known.deals.filter((d) => d.closed === null).map((d) => d.minor))], [null]);
  });

  for (const [name, past, figure, days] of [
    ['Maven, won revenue', mavenPast, 'wonMinor', 28],
    ['Maven, won revenue', mavenPast, 'wonMinor', 56],
    ['Maven, deals lost', mavenPast, 'lost', 28],
    ['Olist, deals won', olistPast, 'won', 28],
    ['Olist, deals won', olistPast, 'won', 56],
    ['Olist, deals won', olistPast, 'won', 84],
  ] as const)
    test(`${name}, ${days} days ahead: not wholly worse than the rate of the last twelve weeks`, (t) => {
      const found = judge(past(), figure, days);
      t.diagnostic(words(found));
      ok(found.gap.low <= 0, words(found));
      ok(within(found.most) && within(found.half), words(found));
    });

  /**
   * The one line on which the forecast is wholly worse, by this measure. It stands because two windows settle nothing, and because
   * leaning further on the rate would cost more where the truth is known (bench/forecast-lean.bench.ts, docs/forecast.md). Whoever
   * makes the first expectation fail has mended it: take the exception out of here and out of the document.
   */
  test('Maven, won revenue, 84 days ahead: wholly worse than the plain rate, over two windows that share nothing', (t) => {
    const found = judge(mavenPast(), 'wonMinor', 84);
    t.diagnostic(words(found));
    ok(found.gap.low > 0, `no longer wholly worse: ${words(found)}`);
    ok(found.apart < TOO_FEW, words(found));
    ok(within(found.most) && within(found.half), words(found));
    ok(found.gap.mean < 80_000_00, `further off than it was: ${words(found)}`);
  });
});
