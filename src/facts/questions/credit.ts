/** Credit: won money per campaign, channel or any cut over touches, shared out by the models of attribution. */
import { ok } from '../../kernel/result.ts';
import type { Params as Bound, SqlRow } from '../engine.ts';
import { creditFromWalks, walksWorth } from '../journey/credit-walks.ts';
import type { Credited, WonDeals } from './credit-found.ts';
import { creditedOf } from './credit-rows.ts';
import { resolveCuts } from './cut.ts';
import { cycleOf } from './cycle.ts';
import { creditParts, periodBound } from './journeys.ts';
import { BY, SINCE, UNTIL, WHERE } from './parameters.ts';
import type { Asked, Param, Question } from './question.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

export const INTERVALS: Param = {
  name: 'intervals',
  kind: 'choice',
  choices: ['yes', 'no'],
  summary: '80 % intervals of the money, by drawing the won deals anew (yes)',
};

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
    INTERVALS,
  ],
  run: async (engine, params, head) => {
    const resolved = await resolveCuts(engine, 'touch', head, params, { by: ['campaign'] });
    if (!resolved.ok) return resolved;
    const { cut } = resolved.value;
    const bound: Bound = { ...periodBound(head, params), ...cut.bound, zone: head.zone };
    const rows = (statement: string): Promise<SqlRow[]> => rowsOf(engine, fill(sqlOf(statement), creditParts(head, cut)), bound);
    const found = async (): Promise<Asked<{ readonly credited: Credited; readonly deals: WonDeals }>> => {
      if (await walksWorth(engine)) {
        const kept = await creditFromWalks(engine, head, { ...params, by: params['by'] ?? ['campaign'] }, cut);
        if (!kept.ok) return kept;
        if (kept.value !== null) return ok(kept.value);
      }
      const [walk, sources, [won]] = await Promise.all([rows('credit-walk'), rows('credit-sources'), rows('credit-deals')]);
      return ok({ credited: creditedOf(walk, sources), deals: { ...(won as WonDeals), dark_ids: (won as WonDeals).dark_ids ?? [] } });
    };
    const [counted, other, cycle] = await Promise.all([found(), rows('credit-other'), cycleOf(engine, head)]);
    if (!counted.ok) return counted;
    const { credited, deals } = counted.value;
    return ok({ cuts: cut.cuts, where: cut.filters, tables: { credited: [credited], deals: [deals], other, cycle: [cycle] } });
  },
};
