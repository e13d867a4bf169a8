/**
 * Campaign names: what touches, leads and spend call a campaign and no campaign answers to.
 */
import type { Currency } from '../../kernel/money.ts';
import type { Engine } from '../engine.ts';
import { nearest } from './nearest.ts';

/** A campaign name that no campaign answers to, with what hangs on it. Days are the first and last it was seen on. */
export type UnmatchedCampaign = {
  readonly found: string;
  readonly touches: number;
  readonly leads: number;
  readonly spend: readonly { readonly minor: number; readonly currency: Currency | null }[];
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly distance: number }[];
};

const MOST = 500;

/** The most used first. Spellings that differ in case and outer spaces only are one name. */
export const unmatchedCampaigns = async (engine: Engine): Promise<UnmatchedCampaign[]> => {
  const rows = await engine.read<Omit<UnmatchedCampaign, 'spend' | 'candidates'> & { readonly key: string }>(`
    with seen as (
      select campaign, 1 as touch, 0 as lead, 0 as cost, touched_on as day from touch union all
      select campaign, 0, 1, 0, created_on from lead union all
      select campaign, 0, 0, coalesce(amount_minor, 0), spent_on from spend_named where means is null)
    select lower(trim(campaign)) as key, max(trim(campaign)) as found, sum(touch)::bigint as touches, sum(lead)::bigint as leads, min(day) as "firstOn", max(day) as "lastOn"
    from seen where trim(campaign) <> '' and lower(trim(campaign)) not in (select found from campaign_name)
    group by 1 order by sum(cost) desc, 3 desc, 1 limit ${MOST}`);
  const spend = await engine.read<{ key: string; minor: number; currency: Currency | null }>(
    `select lower(trim(campaign)) as key, sum(amount_minor)::bigint as minor, currency from spend_named where means is null and amount_minor is not null and trim(campaign) <> '' group by 1, 3 order by 1, 2 desc`,
  );
  const near = await nearest(
    engine,
    rows.map(({ found }) => found),
    'select c.campaign_id as id, n.found as name from campaign_name n join thread_campaign c using (campaign_id)',
  );
  const names = new Map(
    (await engine.read<{ id: string; name: string | null }>('select campaign_id as id, name from thread_campaign')).map(({ id, name }) => [
      id,
      name ?? id,
    ]),
  );
  return rows.map(({ key, ...row }) => ({
    ...row,
    spend: spend.filter((one) => one.key === key).map(({ minor, currency }) => ({ minor, currency })),
    candidates: (near.get(row.found) ?? []).map(({ id, distance }) => ({ id, name: names.get(id) ?? id, distance })),
  }));
};
