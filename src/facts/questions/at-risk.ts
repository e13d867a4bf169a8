/** At risk: open deals by the stage they stand in, against the time won deals took there; those too long in it, with their money. */
import { ok } from '../../kernel/result.ts';
import type { SqlRow } from '../engine.ts';
import { resolveCuts } from './cut.ts';
import { WHERE } from './parameters.ts';
import type { Question } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

/** So many won deals must have passed a stage before nine in ten of them is a measure. */
const ENOUGH = 10;

export const atRisk: Question = {
  name: 'at-risk',
  summary: 'Open deals that stand longer in their stage than nine in ten won deals did, stage by stage, with their money',
  params: [WHERE],
  run: async (engine, params, head) => {
    const resolved = await resolveCuts(engine, 'opportunity', head, params);
    if (!resolved.ok) return resolved;
    const { joins, where, bound, filters } = resolved.value.total;
    const slots = { visits: fill(sqlOf('stage-visits'), { joins, where }) };
    const rows = (statement: string): Promise<SqlRow[]> =>
      rowsOf(engine, fill(sqlOf(statement), slots), { as_of: head.asOf, currency: head.currency, enough: ENOUGH, ...bound });
    const [stages, deals] = await Promise.all([rows('stage-ages'), rows('at-risk')]);
    return ok({ where: filters, tables: { stages, deals, enough: [{ enough: ENOUGH }] } });
  },
};
