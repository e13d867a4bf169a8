/** Rates: the company's exchange rates as the facts join with them, step by step and by day. */
import type { Day } from '../../kernel/day.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Tx } from '../engine.ts';
import { lit } from '../quote.ts';

/** Minor units of `currency` × above ÷ below are minor units of the company's currency, from `since` to before `until`. */
export type RateStep = {
  readonly currency: Currency;
  readonly since: Day;
  readonly until: Day | null;
  readonly above: bigint;
  readonly below: bigint;
};

/** How long the last rate holds where none follows. */
const YEARS = 10;

/** Replaces the rates where they changed; the days they hold for are written out, so that a rate is an equality join. */
export const projectRates = async (tx: Tx, rates: readonly RateStep[]): Promise<void> => {
  const had = await tx.read<{ readonly step: string }>(
    "select concat_ws('|', currency, since, coalesce(until::varchar, ''), above, below) as step from fx_step order by all",
  );
  const has = rates.map((r) => [r.currency, r.since, r.until ?? '', r.above, r.below].join('|')).toSorted();
  if (had.map(({ step }) => step).join('\n') === has.join('\n')) return;
  await tx.run('delete from fx_step');
  await tx.run('delete from fx');
  if (rates.length === 0) return;
  const values = rates.map(
    (r) => `(${lit(r.currency)}, date ${lit(r.since)}, ${r.until === null ? 'null' : `date ${lit(r.until)}`}, ${r.above}, ${r.below})`,
  );
  await tx.run(`insert into fx_step values ${values.join(', ')}`);
  await tx.run(
    `insert into fx select currency, unnest(generate_series(since::timestamp, coalesce(until, since + interval ${YEARS} year) - interval 1 day, interval 1 day))::date, above, below from fx_step`,
  );
};
