/**
 * Lag curve: how long it takes from one milestone to another, with those that are not there yet counted as "not yet" and those
 * that ended otherwise as "never": counted spells, of which models/lag makes curves.
 */
import { ok } from '../../kernel/result.ts';
import { follow } from './follow.ts';
import { BY, FROM, SINCE, TO, UNTIL, WHERE } from './parameters.ts';
import type { Question } from './question.ts';

/** So many conversions must be missing by the pace of later ones, before early units count as watched only from the first day seen. */
const MISSED = 3;

export const lagCurve: Question = {
  name: 'lag-curve',
  summary: 'How many came by how many days: the curve from one milestone to another, with those still open and the share that never comes',
  params: [
    FROM,
    TO,
    BY,
    WHERE,
    SINCE,
    UNTIL,
    { name: 'horizon', kind: 'whole', summary: 'Days the curves are drawn over; without it, as far as they reach' },
  ],
  run: (engine, params, head) =>
    follow(engine, head, params, false, async ({ rows, said, leadToDeal, cuts, where, unit, stages }) => {
      const cut = cuts.length > 0;
      const truncation = await rows('funnel-truncation', 'total');
      const late = Number(truncation[0]?.['expected'] ?? 0) >= MISSED;
      const [all, byCut, count, countCut, negative, unlinked] = await Promise.all([
        rows('lag-curve', 'total', { late }),
        cut ? rows('lag-curve', 'cut', { late }) : [],
        rows('lag-curve-count', 'total'),
        cut ? rows('lag-curve-count', 'cut') : [],
        rows('negative-lag', 'total'),
        leadToDeal ? rows('unlinked', 'total') : [],
      ]);
      const tables = { all: count, spells: all, rows: countCut, spellsCut: byCut, negative, unlinked, truncation, unit: [{ unit, late }] };
      return ok({ params: { ...params, ...said }, cuts, where, ...(stages && { stages }), tables });
    }),
};
