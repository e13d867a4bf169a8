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
import { signedStages, type SignedStages } from './signed-stages.ts';

export type Record = Pick<ForecastRows, 'leftOut' | 'where'> & {
  readonly past: Past;
  /** Number of the last day the record speaks of. */
  readonly last: number;
  readonly signed: readonly SignedStages[];
  /** Deals whose earlier amounts are known from the CRM's history, from the days of loads, and deals in all. */
  readonly amounts: { readonly own: number; readonly loads: number; readonly of: number };
};

export const recordOf = ({ engine, head, context: { book } }: Reader, where: readonly string[]): Promise<Result<Record, Problem>> => {
  const signed = signedStages(book);
  const named = signed.map(({ version, from }) => [version, from]);
  return kept(engine, `record ${head.lastDay} ${head.currency} ${JSON.stringify([where, named])}`, async () => {
    const rows = await readForecastRows(engine, head, where, signed);
    if (!rows.ok) return asProblem(rows.refusal);
    const last = head.lastDay ?? head.asOf;
    const { leftOut, where: said, amounts, deals } = rows.value;
    const keys = (byLoad: boolean): number => new Set(amounts.filter(({ by_load }) => by_load === byLoad).map(({ key }) => key)).size;
    return ok({
      past: pastOf(rows.value, last),
      last: dayNumber(last),
      signed,
      leftOut,
      where: said,
      amounts: { own: keys(false), loads: keys(true), of: deals.length },
    });
  });
};
