-- Ageing: how long open deals have stood since a milestone.
--
-- Grain     one row per key of the cut and age
-- Slots     {from} relation (src, id, reached_on, opportunity_id) of deals that reached the milestone ·
--           {joins} {where} {keys} {ids} of the cut, over opportunity o
-- Counted   deals open on $as_of: opened by then or on a day not known, and not closed by then
-- age       days from the milestone to $as_of; null where the deal has not reached it, or on a day not known
-- n         deals of that age; minor: their amounts in $currency, priced: how many have one
with reached as {from}
select
  {keys} as keys, {ids} as ids,
  $as_of::date - reached.reached_on as age,
  count(*) as n,
  count(in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below)) as priced,
  sum(in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below))::bigint as minor
from opportunity o
left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
left join reached on reached.src = o.src and reached.id = o.id
{joins}
where {where} and (o.opened_on is null or o.opened_on <= $as_of::date)
  and (o.status = 'open' or (o.status in ('won', 'lost') and o.closed_on > $as_of::date))
group by all
order by keys, age
