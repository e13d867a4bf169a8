/** CAC: what sales and marketing cost in a period, the customers it was the first of, and what they pay. */
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { ok } from '../../kernel/result.ts';
import type { SqlRow } from '../engine.ts';
import { resolveCuts } from './cut.ts';
import { periodBound } from './journeys.ts';
import { SINCE, UNTIL } from './parameters.ts';
import type { Question } from './question.ts';
import { COUNT } from './roi.ts';
import { fill, rateJoin, rowsOf, sqlOf } from './statement.ts';

export const cac: Question = {
  name: 'cac',
  summary: 'What a new customer cost in a period, cost by cost, and in how many months he pays it back, in both variants',
  params: [{ ...SINCE, required: true }, { ...UNTIL, required: true }, COUNT],
  run: async (engine, params, head) => {
    const resolved = await resolveCuts(engine, 'spend', head, {}, { costs: true });
    if (!resolved.ok) return resolved;
    const { total } = resolved.value;
    const bound = { ...periodBound(head, params), count: String(params['count'] ?? 'all') };
    const [since, until] = [params['since'] as Day, params['until'] as Day];
    const before = { ...bound, since: periodBefore(since, until), until: since };
    const statement = fill(sqlOf('roi-cost-total'), {
      joins: total.joins,
      where: total.where,
      cost: sqlOf('cost'),
      window: '',
      within: PERIOD,
    });
    const sums = (period: typeof bound): Promise<SqlRow[]> => rowsOf(engine, statement, period);
    const [cost, costBefore, customers, rule] = await Promise.all([
      sums(bound),
      sums(before),
      rowsOf(
        engine,
        fill(sqlOf('new-customers'), {
          minor: 'in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below)',
          rate: rateJoin('opportunity'),
        }),
        bound,
      ),
      rowsOf(engine, sqlOf('cost-rule'), bound),
    ]);
    return ok({
      params: { ...params, count: String(params['count'] ?? 'all') },
      tables: { cost, before: costBefore, customers, rule, period: [{ since, until, before: before.since }] },
    });
  },
};

const PERIOD = 's.spent_on >= $since::date and s.spent_on < $until::date';

/** First day of the period of the same length before: in whole months where the period is made of them, else in days. */
const periodBefore = (since: Day, until: Day): Day => {
  if (!since.endsWith('-01') || !until.endsWith('-01')) return addDays(since, -daysBetween(since, until));
  const months = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = 2 * months(since) - months(until);
  return `${String(Math.floor(first / 12)).padStart(4, '0')}-${String((first % 12) + 1).padStart(2, '0')}-01`;
};
