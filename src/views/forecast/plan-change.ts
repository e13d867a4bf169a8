/** What a change of the Blueprint does to the chance of each outcome: two plans side by side, by what their priorities send out. */
import type { Plan } from '../../domain/blueprint/plan.ts';
import { daysBetween } from '../../kernel/day.ts';
import { dayWords } from '../words/format.ts';
import type { ChangeRow } from '../plan/what-changes.ts';
import type { Bar, Move, OutcomeForecast } from './forecast.ts';
import { movedBy } from './moved.ts';
import { chanceWords, courseOf, forecastValue } from './words.ts';

/** A row for each outcome that a priority of either plan serves, and whose chance is known. */
export const chanceRows = (forecasts: readonly OutcomeForecast[], was: Plan, now: Plan): ChangeRow[] => {
  const served = new Set([...was.lines, ...now.lines].flatMap(({ outcomes }) => outcomes));
  return forecasts.flatMap((forecast): ChangeRow[] => {
    if (!forecast.numbers || !served.has(forecast.outcome)) return [];
    const before = movedBy(forecast, movesIn(forecast, was))!.chance;
    const after = movedBy(forecast, movesIn(forecast, now))!.chance;
    const name = forecast.name.replace(/ on \d+ \w+$/, '');
    return [
      {
        what: `${name} on ${dayWords(forecast.due, forecast.asOf)} reaches ${forecastValue(forecast, forecast.target)}`,
        was: chanceWords(before),
        now: chanceWords(after),
        limit: null,
        kind: courseOf(after),
        words: wordsOf(forecast, was, now, after - before),
      },
    ];
  });
};

/** How far a plan differs from what the forecast was made with: moved, or no longer in it. */
const movesIn = ({ numbers }: OutcomeForecast, plan: Plan): ReadonlyMap<`r_${string}`, Move> =>
  new Map(
    (numbers?.bars ?? []).flatMap((bar): (readonly [Bar['id'], Move])[] => {
      if (bar.to < plan.from || bar.from >= plan.to) return [];
      const line = plan.lines.find(({ id }) => id === bar.id);
      if (!line || line.moscow === 'wont') return [[bar.id, 'dropped' as const]];
      const shift = daysBetween(bar.from, line.from);
      return shift === 0 ? [] : [[bar.id, { shift }]];
    }),
  );

const wordsOf = (forecast: OutcomeForecast, was: Plan, now: Plan, by: number): string => {
  const fresh = now.lines.filter(({ id }) => !was.lines.some((line) => line.id === id));
  const silent = fresh.filter(({ id }) => !forecast.numbers!.bars.some((bar) => bar.id === id && bar.sends.length > 0));
  if (silent.length > 0) return 'without what comes in: no campaign says yet how it goes out';
  if (Math.abs(by) < 0.005) return 'moves it by less than 1 %';
  return by > 0 ? 'better' : 'worse';
};
