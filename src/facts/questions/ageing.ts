/** Ageing: open deals and how long they have stood. */
import { ok } from '../../kernel/result.ts';
import type { Params as Bound, SqlRow } from '../engine.ts';
import { resolveCuts, type Cut } from './cut.ts';
import { asksStage, dealStart, milestoneNamed, reachedSql } from './milestone.ts';
import { BY, WHERE } from './parameters.ts';
import type { Question } from './question.ts';
import { stagesOn } from './stage-rules.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

export const ageing: Question = {
  name: 'ageing',
  summary: 'Open deals by age, and those older than any deal that ever closed',
  params: [
    BY,
    WHERE,
    {
      name: 'from',
      kind: 'text',
      summary:
        'Milestone the age counts from: opened, lead, or the name of a stage. Without it: opened, or where no opening day is known the stage deals enter first',
    },
  ],
  run: async (engine, params, head) => {
    const said = (params['from'] as string | undefined) ?? (await dealStart(engine));
    const version = stagesOn(head.stageVersions, head.asOf);
    const from = await milestoneNamed(engine, 'from', said, version);
    if (!from.ok) return from;
    const resolved = await resolveCuts(engine, 'opportunity', head, params);
    if (!resolved.ok) return resolved;
    const { cut, total } = resolved.value;
    const bound: Bound = { as_of: head.asOf, currency: head.currency, from_stage: from.value.kind === 'stage' ? from.value.stage : null };
    const rows = (statement: string, { keys, ids, joins, where, bound: own }: Cut): Promise<SqlRow[]> =>
      rowsOf(engine, fill(sqlOf(statement), { keys, ids, joins, where, from: reachedSql(from.value, 'opportunity', 'from_stage', head) }), {
        ...bound,
        ...own,
      });
    const [all, byCut, longest, stale] = await Promise.all([
      rows('ageing', total),
      cut.cuts.length > 0 ? rows('ageing', cut) : [],
      rows('longest-cycle', total),
      rows('stale', total),
    ]);
    return ok({
      params: { ...params, from: said },
      cuts: cut.cuts,
      where: cut.filters,
      ...(asksStage(from.value) && { stages: { version } }),
      tables: { all, rows: byCut, longest, stale },
    });
  },
};
