-- Link variants: how campaigns are spelled in the touches that came in, by the channel they were given.
--
-- Grain     one row per spelling (case and outer spaces as found) and channel, most touches first, the first $most; found null:
--           the touch names no campaign
-- n, first, last   touches and their first and last local day, up to $as_of
-- campaign_id, campaign   the campaign it means; null: none answers
-- deals, minor   won and open deals whose linked people such touches reached, and their amounts in $currency
with seen as (
  select t.src, t.contact_id, t.touched_on, nullif(trim(t.campaign), '') as found, nullif(trim(t.channel), '') as channel
  from touch t where t.touched_on is null or t.touched_on <= $as_of::date
),
variant as (
  select found, channel, count(*) as n, min(touched_on)::varchar as first, max(touched_on)::varchar as last from seen group by all order by n desc, found nulls last, channel limit $most
),
deal as (
  select o.src, o.id, in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) as minor
  from opportunity o left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
  where o.status is distinct from 'lost'
),
reached as (
  select distinct s.found, s.channel, d.src, d.id, d.minor
  from (select distinct found, channel, src, contact_id from seen where contact_id is not null) s
  join opportunity_contact oc on oc.src = s.src and oc.contact_id = s.contact_id join deal d on d.src = oc.src and d.id = oc.opportunity_id
),
carried as (select found, channel, count(*) as deals, sum(minor)::bigint as minor from reached group by all)
select v.found, v.channel, v.n, v.first, v.last, cn.campaign_id, tc.name as campaign, coalesce(c.deals, 0) as deals, c.minor
from variant v
left join campaign_name cn on cn.found = lower(v.found)
left join thread_campaign tc on tc.campaign_id = cn.campaign_id
left join carried c on c.found is not distinct from v.found and c.channel is not distinct from v.channel
order by v.n desc, v.found nulls last, v.channel
