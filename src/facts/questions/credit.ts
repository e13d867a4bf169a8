/** Credit: won money per campaign, channel or any cut over touches, shared out by the models of attribution. */
import { ok } from '../../kernel/result.ts';
import type { Params as Bound, SqlRow } from '../engine.ts';
import { resolveCuts } from './cut.ts';
import { cycleOf } from './cycle.ts';
import { creditParts, periodBound } from './journeys.ts';
import { BY, SINCE, UNTIL, WHERE } from './parameters.ts';
import type { Question } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

export const credit: Question = {
  name: 'credit',
  summary: 'Won money per campaign, channel, priority or any cut over touches, under each model asked for; influenced, sourced',
  params: [
    {
      name: 'model',
      kind: 'texts',
      summary: 'Models side by side: first, last, last-non-direct, linear, u-hubspot …, or all. Without it: first, last and linear',
    },
    { ...BY, summary: `${BY.summary}. Without it: campaign` },
    WHERE,
    SINCE,
    UNTIL,
  ],
  run: async (engine, params, head) => {
    const resolved = await resolveCuts(engine, 'touch', head, params, { by: ['campaign'] });
    if (!resolved.ok) return resolved;
    const { cut } = resolved.value;
    const bound: Bound = { ...periodBound(head, params), ...cut.bound, zone: head.zone };
    const rows = (statement: string): Promise<SqlRow[]> => rowsOf(engine, fill(sqlOf(statement), creditParts(head, cut)), bound);
    const [walk, sources, won, other, cycle] = await Promise.all([
      rows('credit-walk'),
      rows('credit-sources'),
      rows('credit-deals'),
      rows('credit-other'),
      cycleOf(engine, head.asOf),
    ]);
    return ok({ cuts: cut.cuts, where: cut.filters, tables: { walk, sources, deals: won, other, cycle: [cycle] } });
  },
};
