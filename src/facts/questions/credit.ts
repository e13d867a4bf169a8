/** Credit: won money per campaign, channel or any cut over touches, under first, last and linear. */
import { ok } from '../../kernel/result.ts';
import type { Params as Bound, SqlRow } from '../engine.ts';
import { resolveCuts } from './cut.ts';
import { creditParts, periodBound } from './journeys.ts';
import { BY, SINCE, UNTIL, WHERE } from './parameters.ts';
import type { Question } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

export const credit: Question = {
  name: 'credit',
  summary: 'Won money per campaign, channel, priority or any cut over touches: first, last, linear, influenced, sourced',
  params: [{ ...BY, summary: `${BY.summary}. Without it: campaign` }, WHERE, SINCE, UNTIL],
  run: async (engine, params, head) => {
    const resolved = await resolveCuts(engine, 'touch', head, params, { by: ['campaign'] });
    if (!resolved.ok) return resolved;
    const { cut } = resolved.value;
    const bound: Bound = { ...periodBound(head, params), ...cut.bound };
    const rows = (statement: string): Promise<SqlRow[]> => rowsOf(engine, fill(sqlOf(statement), creditParts(head, cut)), bound);
    const [lines, won, other] = await Promise.all([rows('credit'), rows('credit-deals'), rows('credit-other')]);
    const [byCut, missing] = [lines.filter((line) => line['keys'] !== null), lines.filter((line) => line['keys'] === null)];
    return ok({ cuts: cut.cuts, where: cut.filters, tables: { rows: byCut, deals: won, other, missing } });
  },
};
