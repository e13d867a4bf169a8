/** Pipeline coverage: what is open and expected in a period against what is still missing to its target. */
import { ok } from '../../kernel/result.ts';
import type { SqlRow } from '../engine.ts';
import { resolveCuts } from './cut.ts';
import { periodBound } from './journeys.ts';
import { SINCE, UNTIL, WHERE } from './parameters.ts';
import type { Question } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';
import { winRate } from './velocity.ts';

export const pipelineCoverage: Question = {
  name: 'pipeline-coverage',
  summary: 'Open pipeline expected in a period ÷ what is still missing to its target, beside the coverage that the win rate asks for',
  params: [
    { ...SINCE, required: true },
    { ...UNTIL, required: true },
    WHERE,
    {
      name: 'target',
      kind: 'whole',
      summary: 'Revenue to be won in the period, whole minor units. Without it: the target of the outcome that measures won revenue in it',
    },
  ],
  run: async (engine, params, head) => {
    const resolved = await resolveCuts(engine, 'opportunity', head, params);
    if (!resolved.ok) return resolved;
    const { joins, where, bound } = resolved.value.total;
    const due: Promise<SqlRow[]> = rowsOf(engine, fill(sqlOf('pipeline-due'), { joins, where }), {
      ...periodBound(head, params),
      ...bound,
    });
    // Won so far in the period; the rate on all that was ever closed, for a period that has hardly begun says nothing yet.
    const won = await winRate.run(engine, { since: params['since'], until: params['until'], where: params['where'] }, head);
    const ever = await winRate.run(engine, { where: params['where'] }, head);
    if (!won.ok) return won;
    if (!ever.ok) return ever;
    return ok({
      where: resolved.value.total.filters,
      stages: ever.value.stages!,
      tables: { due: await due, won: won.value.tables['all']!, ever: ever.value.tables['all']! },
    });
  },
};
