/** How outcomes will probably end, and the chance of each target. */
import type { Outcome } from '../../../domain/strategy/outcome.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { forecastAnswer } from '../../../views/forecast/answer.ts';
import type { Problem } from '../../contract/problem.ts';
import { problem } from '../../house/problems.ts';
import { readerOf, type Reader } from '../ask/reader.ts';
import { factsOf } from '../facts/facts-of.ts';
import type { Run } from '../operation.ts';
import { forecastsOf } from './forecasts.ts';

export const outcomeForecast: Run<'outcome-forecast'> = async (world, { company, outcome, asOf, where }, caller) => {
  const met = await factsOf(world, company, caller);
  if (!met.ok) return met;
  const found = await readerOf(world, company, caller);
  if (!found.ok) return found;
  const reader = found.value;
  const day = asOf ?? reader.head.asOf;
  if (day > reader.head.asOf)
    return problem(
      'invalid-input',
      `Nothing is known yet of ${day}: the record ends on ${reader.head.asOf}.`,
      'Leave --as-of out for the latest forecast.',
    );
  const outcomes = outcomesOf(reader, outcome, day);
  if (!outcomes.ok) return outcomes;
  const forecasts = await forecastsOf(world, met.value.room, reader, { outcomes: outcomes.value, asOf: day, where: [where ?? []].flat() });
  if (!forecasts.ok) return forecasts;
  const { head } = reader;
  return ok({
    answer: forecastAnswer(forecasts.value, { company: head.company, asOf: day, loads: head.loads }),
    forecasts: forecasts.value,
  });
};

/** The one asked for, else all that stand and are not due yet, the first to be due first. */
export const outcomesOf = ({ context: { book } }: Reader, asked: string | undefined, day: string): Result<readonly Outcome[], Problem> => {
  const standing = [...book.outcome.values()].filter(({ retired }) => retired === null);
  if (asked === undefined)
    return ok(standing.filter(({ due }) => due > day).toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)));
  const one = standing.find(({ id }) => id === asked);
  return one
    ? ok([one])
    : problem('not-there', `There is no outcome "${asked}".`, 'lockstep outcome-forecast without --outcome shows those there are.', {
        found: asked,
        choices: standing.map(({ id }) => id),
      });
};
