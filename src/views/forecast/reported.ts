/** The forecast of an outcome that people report: how its check-ins move, honestly wide, or what would be enough. */
import type { Outcome } from '../../domain/strategy/outcome.ts';
import { addDays, dayFromNumber, dayNumber, daysBetween } from '../../kernel/day.ts';
import { LEAST_CHECK_INS, LEAST_DAYS, reportedTrend } from '../../models/outcome-forecast/reported-trend.ts';
import { chanceOf, evenQuantiles } from '../../models/outcome-forecast/what-if.ts';
import { startOf } from '../home/pace.ts';
import { tally } from '../words/format.ts';
import { plainForecast, type Around } from './build.ts';
import type { Fan, OutcomeForecast } from './forecast.ts';

const DRAWS = 4_000;

export const reportedForecast = (outcome: Outcome, around: Around): OutcomeForecast => {
  const { asOf } = around;
  const plain = plainForecast(outcome, around);
  const byDay = new Map(outcome.checkIns.filter(({ on }) => on <= asOf).map(({ on, value }) => [dayNumber(on), value]));
  const said = [...byDay].map(([day, value]) => ({ day, value })).toSorted((a, b) => a.day - b.day);
  const last = said.at(-1);
  // A sum of what happened in its time begins at nothing; that beginning is known without a check-in.
  const sums = startOf(outcome) === 0 && outcome.metric.unit === 'count';
  const begins = dayNumber(addDays(outcome.from, -1));
  const walked = sums && said.length > 0 && said[0]!.day > begins ? [{ day: begins, value: 0 }, ...said] : said;
  const until = (days: number): Float64Array | null => reportedTrend(walked, days, !sums, DRAWS, `reported ${outcome.id}`);
  const days = last ? dayNumber(outcome.due) - last.day : 0;
  const draws = until(Math.max(0, days));
  if (!last || draws === null)
    return {
      ...plain,
      numbers: null,
      state: 'too-early',
      why: `People report it, and ${said.length === 0 ? 'nobody has yet' : `${tally(said.length, 'check-in')} so far cannot carry a trend`}. ${LEAST_CHECK_INS} check-ins over three weeks are needed.`,
      definition: HOW,
    };
  const fine = evenQuantiles(draws, 200);
  const left = daysBetween(asOf, outcome.due);
  const points = [...Array.from({ length: Math.floor(Math.max(0, left - 1) / 7) }, (_, i) => (i + 1) * 7), left].filter((d) => d > 0);
  const weeks = points.map((d): Fan => {
    const q = evenQuantiles(until(dayNumber(asOf) + d - last.day)!, 200);
    return { day: addDays(asOf, d), low: q[20]!, lowHalf: q[50]!, middle: (q[99]! + q[100]!) / 2, highHalf: q[149]!, high: q[179]! };
  });
  return {
    ...plain,
    state: 'forecast',
    why: null,
    definition: HOW,
    numbers: {
      now: last.value,
      trail: walked.filter(({ day }) => day >= begins).map(({ day, value }) => ({ day: dayFromNumber(day), value })),
      weeks,
      fine,
      mean: draws.reduce((a, b) => a + b, 0) / draws.length,
      chance: chanceOf(fine, outcome.target, plain.up),
      made: [],
      bars: [],
      pulses: {},
      movers: [],
      coverage: { open: 0, staged: 0, priced: 0 },
    },
  };
};

const HOW = `A walk with drift through the check-ins, drawn 4,000 times: how fast the value moved from one to the next, how unevenly, and how little so few of them can tell. At least ${LEAST_CHECK_INS} check-ins over ${LEAST_DAYS} days. People report it; nothing here can check it.`;
