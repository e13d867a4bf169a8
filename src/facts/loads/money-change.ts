/**
 * Money change: open pipeline and won revenue before an import and after it.
 */
import type { Tx } from '../engine.ts';
import { lit } from '../quote.ts';
import type { Plan } from './merge.ts';
import type { MoneyChange } from './report.ts';

/** One line per currency that any deal has; empty where the import says nothing of deals. Before the plan is applied. */
export const moneyChange = async (tx: Tx, plans: readonly Plan[]): Promise<MoneyChange[]> => {
  const plan = plans.find(({ relation }) => relation.entity === 'opportunity');
  if (!plan) return [];
  const of = 'currency, status, amount_minor';
  const after = plan.fresh
    ? `select ${of} from opportunity union all select ${of} from (${plan.relation.sql})`
    : `select ${of} from opportunity c where not exists (from m_opportunity h where h.src = c.src and h.id = c.id)
       union all select ${of} from m_opportunity
       union all select ${of} from f_opportunity f where f.src = ${lit(plan.src)} and not exists (from m_opportunity h where h.src = f.src and h.id = f.id)`;
  const sums = (prefix: string, from: string): string =>
    `select currency, coalesce(sum(amount_minor) filter (status = 'open'), 0)::bigint as open_${prefix}, coalesce(sum(amount_minor) filter (status = 'won'), 0)::bigint as won_${prefix} from (${from}) where amount_minor is not null group by currency`;
  return tx.read<MoneyChange>(`select coalesce(b.currency, a.currency) as currency, coalesce(open_before, 0)::bigint as "openBefore", coalesce(open_after, 0)::bigint as "openAfter", coalesce(won_before, 0)::bigint as "wonBefore", coalesce(won_after, 0)::bigint as "wonAfter"
    from (${sums('before', `select ${of} from opportunity`)}) b full join (${sums('after', after)}) a on a.currency is not distinct from b.currency order by 1 nulls last`);
};
