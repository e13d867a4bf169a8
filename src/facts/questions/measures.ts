/** Measures: what outcomes measure of themselves, and the open pipeline over time. */
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { SqlRow } from '../engine.ts';
import { periodBound } from './journeys.ts';
import { resolveCuts, type Cut } from './cut.ts';
import { BY, SINCE, UNTIL, WHERE } from './parameters.ts';
import type { Question } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

export const measures: Question = {
  name: 'measures',
  summary: 'The built-in metrics of outcomes: won revenue, deals won, lost and opened in a period, open pipeline at its end; by any cut',
  params: [BY, WHERE, SINCE, UNTIL],
  run: async (engine, params, head) => {
    const resolved = await resolveCuts(engine, 'opportunity', head, params);
    if (!resolved.ok) return resolved;
    const { cut, total } = resolved.value;
    const period = { ...periodBound(head, params), last_day: head.lastDay ?? head.asOf };
    const rows = ({ keys, ids, joins, where, bound }: Cut): Promise<SqlRow[]> =>
      rowsOf(engine, fill(sqlOf('measures'), { keys, ids, joins, where }), { ...period, ...bound });
    const [all, byCut] = await Promise.all([rows(total), cut.cuts.length > 0 ? rows(cut) : []]);
    return ok({ cuts: cut.cuts, where: cut.filters, tables: { all, rows: byCut } });
  },
};

const MOST = 400;
const STEP_DAYS = 7;

export const pipeline: Question = {
  name: 'pipeline',
  summary: 'Open deals and their amounts at the end of past days',
  params: [
    { ...SINCE, summary: 'First day to show; a year before the last without it' },
    { ...UNTIL, summary: 'Day after the last to show; the as-of is the last without it' },
    { name: 'every', kind: 'whole', summary: `Days from one point to the next (else ${STEP_DAYS}); the last day is always shown` },
  ],
  run: async (engine, params, head) => {
    const until = params['until'] as Day | undefined;
    const last = until && addDays(until, -1) < head.asOf ? addDays(until, -1) : head.asOf;
    const first = (params['since'] as Day | undefined) ?? addDays(last, -364);
    const every = Math.max(1, (params['every'] as number | undefined) ?? STEP_DAYS);
    const points = Math.floor(daysBetween(first, last) / every) + 1;
    if (points > MOST)
      return refuse({
        code: 'bad-parameter',
        text: `${points} points are more than the ${MOST} one answer shows. Take a longer step.`,
        parameter: 'every',
        found: String(every),
      });
    const days = first > last ? [] : Array.from({ length: points }, (_, i) => addDays(last, -every * (points - 1 - i)));
    const rows = await rowsOf(engine, sqlOf('pipeline'), {
      days: JSON.stringify(days),
      currency: head.currency,
      last_day: head.lastDay ?? head.asOf,
    });
    return ok({ tables: { rows } });
  },
};
