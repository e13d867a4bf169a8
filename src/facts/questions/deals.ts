/** Deals: counts, win rate and money by any cut. */
import { ok } from '../../kernel/result.ts';
import type { Params as Bound, SqlRow } from '../engine.ts';
import { resolveCuts, type Cut } from './cut.ts';
import { BY, SINCE, UNTIL, WHERE } from './parameters.ts';
import type { Question } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

export const deals: Question = {
  name: 'deals',
  summary: 'Deals by any cut: open, won and lost, win rate with interval, won money, open pipeline',
  params: [
    BY,
    WHERE,
    SINCE,
    UNTIL,
    { name: 'on', kind: 'choice', choices: ['closed', 'opened'], summary: 'Which day since and until look at: closed (else) or opened' },
  ],
  run: async (engine, params, head) => {
    const resolved = await resolveCuts(engine, 'opportunity', head, params);
    if (!resolved.ok) return resolved;
    const { cut, total } = resolved.value;
    const on = params['on'] ?? 'closed';
    const bound: Bound = {
      as_of: head.asOf,
      currency: head.currency,
      since: (params['since'] as string | undefined) ?? null,
      until: (params['until'] as string | undefined) ?? null,
    };
    const rows = (statement: string, { keys, ids, joins, where, bound: own }: Cut): Promise<SqlRow[]> =>
      rowsOf(engine, fill(sqlOf(statement), { keys, ids, joins, where, day: on === 'opened' ? 'o.opened_on' : 'o.closed_on' }), {
        ...bound,
        ...own,
      });
    const [all, byCut, other] = await Promise.all([
      rows('deals', total),
      cut.cuts.length > 0 ? rows('deals', cut) : [],
      rows('deals-other', total),
    ]);
    return ok({ params: { ...params, on }, cuts: cut.cuts, where: cut.filters, tables: { all, rows: byCut, other } });
  },
};
