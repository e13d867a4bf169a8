-- Period, won: every won deal of a period with the touches that count for it, as a publication freezes them.
--
-- Grain    one row per won deal; closed_on in [$since, $until), by $as_of
-- minor    amount in $currency; null where there is none or it is in another currency
-- own_minor, own_currency   the amount as the file has it
-- load     the last load that said something about the deal
-- touches  counted touches in their order, each [src, id, campaign_id or null, channel or null, load]
with {won_deals},
{journey},
with_name as (
  select t.d, t.place, t.src, t.id, cn.campaign_id, t.channel, t.load
  from counted t left join campaign_name cn on cn.found = lower(trim(t.campaign))
),
told as (
  select d, list([src, id, campaign_id, channel, load::varchar] order by place) as touches from with_name group by d
)
select d.src, d.id, d.minor, d.amount_minor as own_minor, d.currency as own_currency, d.closed_on, o.load, coalesce(t.touches, []) as touches
from deal d join opportunity o on o.src = d.src and o.id = d.id left join told t on t.d = d.d
order by d.src, d.id
