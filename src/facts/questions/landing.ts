/**
 * Landing: what has begun and is not over, by age; from it and the lags, `lands` says when the work of the quarter that runs
 * becomes revenue, and `started` when the revenue of that quarter was begun.
 */
import { quarterAfter, quarterOf } from '../../kernel/fiscal.ts';
import { ok } from '../../kernel/result.ts';
import type { Engine, SqlRow } from '../engine.ts';
import { resolveCuts, type Cut } from './cut.ts';
import { lagCurve } from './lag-curve.ts';
import { WHERE } from './parameters.ts';
import type { Asked, Found, Head, Params, Question } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

const run = async (engine: Engine, params: Params, head: Head): Promise<Asked<Found>> => {
  const where = params['where'];
  const only = where === undefined ? {} : { where };
  const byChannel = { ...only, by: ['channel'] };
  const [leads, deals] = await Promise.all([
    resolveCuts(engine, 'lead', head, byChannel),
    resolveCuts(engine, 'opportunity', head, byChannel),
  ]);
  if (!leads.ok) return leads;
  if (!deals.ok) return deals;
  const opens = await lagCurve.run(engine, { ...byChannel, from: 'lead', to: 'opened' }, head);
  if (!opens.ok) return opens;
  const wins = await lagCurve.run(engine, { ...byChannel, from: 'opened', to: 'won' }, head);
  if (!wins.ok) return wins;
  const now = quarterOf(head.fiscal, head.asOf);
  const quarters = [-2, -1, 0, 1, 2, 3].map((step) => quarterAfter(head.fiscal, now.id, step));
  const [first, second, third] = quarters.map(({ from }) => from) as [string, string, string];
  const rows = (statement: string, { keys, ids, joins, where: kept, bound }: Cut): Promise<SqlRow[]> =>
    rowsOf(engine, fill(sqlOf(statement), { keys, ids, joins, where: kept }), {
      ...bound,
      as_of: head.asOf,
      currency: head.currency,
      first,
      second,
      third,
    });
  const [leadRows, dealRows, amounts] = await Promise.all([
    rows('landing-leads', leads.value.cut),
    rows('landing-deals', deals.value.cut),
    rows('landing-amounts', deals.value.cut),
  ]);
  return ok({
    params,
    cuts: [],
    where: deals.value.cut.filters,
    tables: {
      all: amounts,
      leads: leadRows,
      deals: dealRows,
      amounts,
      quarters: quarters.map(({ id, from, to }) => ({ id, from, to })),
      opens: opens.value.tables['rows']!,
      opensSpells: opens.value.tables['spellsCut']!,
      opensAll: opens.value.tables['spells']!,
      wins: wins.value.tables['rows']!,
      winsSpells: wins.value.tables['spellsCut']!,
      winsAll: wins.value.tables['spells']!,
    },
  });
};

export const lands: Question = {
  name: 'lands',
  summary:
    'Of the work begun in the quarter that runs, how much becomes revenue in this quarter, in the next two and later, with intervals',
  params: [WHERE],
  run,
};

export const started: Question = {
  name: 'started',
  summary: 'Of the revenue of the quarter that runs, closed and expected, what share was begun in this quarter and in earlier ones',
  params: [WHERE],
  run,
};
