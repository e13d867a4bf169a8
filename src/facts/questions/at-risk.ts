/** At risk: open deals by the stage they stand in, against the time won deals took there; those too long in it, with their money. */
import { ok } from '../../kernel/result.ts';
import type { SqlRow } from '../engine.ts';
import { resolveCuts } from './cut.ts';
import { WHERE } from './parameters.ts';
import type { Question } from './question.ts';
import { stageEntriesSql, stageGapsSql, stagesOn } from './stage-rules.ts';
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
    const version = stagesOn(head.stageVersions, head.asOf);
    const slots = { visits: fill(sqlOf('stage-visits'), { joins, where, entries: stageEntriesSql(version) }) };
    const rows = (statement: string): Promise<SqlRow[]> =>
      rowsOf(engine, fill(sqlOf(statement), slots), { as_of: head.asOf, currency: head.currency, enough: ENOUGH, ...bound });
    const [stages, deals, gaps] = await Promise.all([
      rows('stage-ages'),
      rows('at-risk'),
      version ? rowsOf(engine, stageGapsSql(version.stages), { as_of: head.asOf }) : [],
    ]);
    const order = (version?.stages ?? []).map(({ name }, ordinal) => ({ ordinal, name }));
    return ok({ where: filters, stages: { version }, tables: { stages, deals, gaps, order, enough: [{ enough: ENOUGH }] } });
  },
};
