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
};

export const recordOf = ({ engine, head }: Pick<Reader, 'engine' | 'head'>, where: readonly string[]): Promise<Result<Record, Problem>> =>
  kept(engine, `record ${head.lastDay} ${head.currency} ${JSON.stringify(where)}`, async () => {
    const rows = await readForecastRows(engine, head, where);
    if (!rows.ok) return asProblem(rows.refusal);
    const last = head.lastDay ?? head.asOf;
    const { leftOut, where: said } = rows.value;
    return ok({ past: pastOf(rows.value, last), last: dayNumber(last), leftOut, where: said });
  });
