/** The record of deals and leads as forecasts read it, kept until the facts change. */
import { readForecastRows, type ForecastRows } from '../../../facts/questions/forecast-past.ts';
import { dayNumber } from '../../../kernel/day.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Past } from '../../../models/outcome-forecast/past.ts';
import { pastOf } from '../../../views/forecast/past-of.ts';
import type { Problem } from '../../contract/problem.ts';
import { asProblem } from '../ask/as-problem.ts';
import type { Reader } from '../ask/reader.ts';
import { kept } from './kept.ts';

export type Record = Pick<ForecastRows, 'leftOut' | 'where'> & {
  readonly past: Past;
  /** Number of the last day the record speaks of. */
  readonly last: number;
  /** Deals whose earlier amounts are known from the CRM's history, from the days of loads, and deals in all. */
  readonly amounts: { readonly own: number; readonly loads: number; readonly of: number };
};

export const recordOf = ({ engine, head }: Pick<Reader, 'engine' | 'head'>, where: readonly string[]): Promise<Result<Record, Problem>> =>
  kept(engine, `record ${head.lastDay} ${head.currency} ${JSON.stringify(where)}`, async () => {
    const rows = await readForecastRows(engine, head, where);
    if (!rows.ok) return asProblem(rows.refusal);
    const last = head.lastDay ?? head.asOf;
    const { leftOut, where: said, amounts, deals } = rows.value;
    const keys = (byLoad: boolean): number => new Set(amounts.filter(({ by_load }) => by_load === byLoad).map(({ key }) => key)).size;
    return ok({
      past: pastOf(rows.value, last),
      last: dayNumber(last),
      leftOut,
      where: said,
      amounts: { own: keys(false), loads: keys(true), of: deals.length },
    });
  });
