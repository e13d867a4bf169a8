/** Funnel: how many that reached one milestone reached another, by any cut, in all or within so many days. */
import { ok, refuse } from '../../kernel/result.ts';
import { follow } from './follow.ts';
import { BY, FROM, SINCE, TO, UNTIL, WHERE } from './parameters.ts';
import type { Question } from './question.ts';

export const funnel: Question = {
  name: 'funnel',
  summary: 'Of those that reached one milestone, how many reached another: by cohort and by any cut, with intervals',
  params: [
    FROM,
    TO,
    BY,
    WHERE,
    SINCE,
    UNTIL,
    {
      name: 'compare',
      kind: 'texts',
      summary: 'Two rows to set against each other: 2026-Q1,2025-Q4. Refused where one is too young or began before the files did',
    },
    { name: 'within', kind: 'wholes', summary: 'Also the share that converted within so many days: 30,60,90' },
  ],
  run: (engine, params, head) =>
    follow(engine, head, params, false, async ({ rows, said, leadToDeal, cuts, where, stages }) => {
      const compared = params['compare'] as readonly string[] | undefined;
      if (compared && compared.length !== 2)
        return refuse({
          code: 'bad-parameter',
          text: `compare wants two rows, not ${compared.length}.`,
          parameter: 'compare',
          found: compared.join(','),
        });
      const cohorts = cuts.some((cut) => cut.isDay);
      const windows = { within: JSON.stringify(params['within'] ?? []) };
      const [all, byCut, within, withinCut, truncation, negative, unlinked, pace, spells] = await Promise.all([
        rows('funnel', 'total'),
        cuts.length > 0 ? rows('funnel', 'cut') : [],
        rows('funnel-within', 'total', windows),
        cuts.length > 0 ? rows('funnel-within', 'cut', windows) : [],
        rows('funnel-truncation', 'total'),
        rows('negative-lag', 'total'),
        leadToDeal ? rows('unlinked', 'total') : [],
        cohorts ? rows('funnel-pace', 'total') : [],
        cohorts ? rows('lag-curve', 'cut', { late: false }) : [],
      ]);
      return ok({
        params: { ...params, ...said },
        cuts,
        where,
        ...(stages && { stages }),
        tables: { all, rows: byCut, within, withinCut, truncation, negative, unlinked, pace, spells },
      });
    }),
};
