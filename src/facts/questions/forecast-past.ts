/** Forecast past: the deals and leads of the record with their days, as a forecast and its backtest read them. */
import type { Day } from '../../kernel/day.ts';
import { ok } from '../../kernel/result.ts';
import type { Engine } from '../engine.ts';
import { resolveCuts } from './cut.ts';
import type { Asked, Head, Said } from './question.ts';
import { definedEntriesSql, type DefinedStage } from './stage-rules.ts';
import { fill, rowsOf, sqlOf } from './statement.ts';

/** Days are day numbers; see the cards of the statements for what null means. */
export type DealRow = {
  readonly key: string;
  readonly opened: number;
  readonly closed: number | null;
  readonly won: boolean;
  readonly minor: number | null;
  readonly segment: string;
  readonly lead: number | null;
};
export type StageRow = { readonly key: string; readonly stage: string; readonly day: number };
export type AmountRow = {
  readonly key: string;
  readonly day: number;
  readonly was: number | null;
  readonly minor: number | null;
  readonly by_load: boolean;
};
export type LeadRow = {
  readonly created: number;
  readonly opened: number | null;
  readonly channel: string;
  readonly campaign: string | null;
};

export type ForecastRows = {
  readonly deals: readonly DealRow[];
  readonly stages: readonly StageRow[];
  /** By each signed set of definitions, with the first day on which it was signed and in force. */
  readonly defined: readonly { readonly from: Day; readonly stages: readonly StageRow[] }[];
  readonly amounts: readonly AmountRow[];
  readonly leads: readonly LeadRow[];
  /** Deals of the same filter that cannot be followed: no day, no status, or opened later. */
  readonly leftOut: number;
  readonly where: readonly Said[];
};

/** Signed definitions with the first day on which they were signed and in force. */
export type DefinedFrom = { readonly from: Day; readonly stages: readonly DefinedStage[] };

/**
 * Everything until the last day the data speak of. With a filter leads are left out: it names deals, not leads. Which of the
 * definitions names the stages on a day is for the reader to choose: the last whose day has come.
 */
export const readForecastRows = async (
  engine: Engine,
  head: Head,
  where: readonly string[],
  signed: readonly DefinedFrom[] = [],
): Promise<Asked<ForecastRows>> => {
  const resolved = await resolveCuts(engine, 'opportunity', head, where.length > 0 ? { where } : {});
  if (!resolved.ok) return resolved;
  const { total } = resolved.value;
  const bound = { last_day: head.lastDay ?? head.asOf, currency: head.currency, ...total.bound };
  const slots = { joins: total.joins, where: total.where };
  const [deals, stages, amounts, leads, all, defined] = await Promise.all([
    rowsOf<DealRow>(engine, fill(sqlOf('forecast-deals'), slots), bound),
    rowsOf<StageRow>(engine, sqlOf('forecast-stages'), bound),
    rowsOf<AmountRow>(engine, sqlOf('forecast-amounts'), bound),
    where.length > 0 ? [] : rowsOf<LeadRow>(engine, sqlOf('forecast-leads'), bound),
    rowsOf<{ readonly n: number }>(engine, `select count(*)::integer as n from opportunity o ${total.joins} where ${total.where}`, bound),
    Promise.all(
      signed.map(async ({ from, stages: by }) => ({
        from,
        stages: await rowsOf<StageRow>(engine, fill(sqlOf('forecast-defined-stages'), { entries: definedEntriesSql(by) }), {
          last_day: bound.last_day,
          as_of: bound.last_day,
        }),
      })),
    ),
  ]);
  return ok({ deals, stages, defined, amounts, leads, leftOut: (all[0]?.n ?? 0) - deals.length, where: total.filters });
};
