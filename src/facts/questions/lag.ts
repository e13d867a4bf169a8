/** Lag: days between two milestones, by any cut. */
import { ok } from '../../kernel/result.ts';
import { follow } from './follow.ts';
import { BY, FROM, SINCE, TO, UNTIL, WHERE } from './parameters.ts';
import type { Question } from './question.ts';

export const lag: Question = {
  name: 'lag',
  summary: 'Days from one milestone to another: quantiles, mean and range, by any cut',
  params: [FROM, TO, BY, WHERE, SINCE, UNTIL],
  run: (engine, params, head) =>
    follow(engine, head, params, true, async ({ rows, said, leadToDeal, cuts, where, stages }) => {
      const cut = cuts.length > 0;
      const [all, byCut, count, countCut, negative, unlinked] = await Promise.all([
        rows('lag', 'total'),
        cut ? rows('lag', 'cut') : [],
        rows('lag-count', 'total'),
        cut ? rows('lag-count', 'cut') : [],
        rows('negative-lag', 'total'),
        leadToDeal ? rows('unlinked', 'total') : [],
      ]);
      return ok({
        params: { ...params, ...said },
        cuts,
        where,
        ...(stages && { stages }),
        tables: { all, rows: byCut, count, countCut, negative, unlinked },
      });
    }),
};
