-- Deals, other money: amounts of won and open deals that the sums leave out.
--
-- Grain     one row per state and currency without a rate for the deal's day; currency null: an amount in no currency, where
--           the answer has one
-- Slots     {joins} {where} of the cut, over opportunity o · {day} as in deals.sql
-- n         deals; minor: whole minor units of that currency
with deal as (
  select case when o.status in ('won', 'lost') and o.closed_on > $as_of::date then 'open' else o.status end as state, o.currency, o.amount_minor
  from opportunity o
  left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
  {joins}
  where {where} and (o.opened_on is null or o.opened_on <= $as_of::date) and o.amount_minor is not null and in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) is null
    and ($since::date is null or {day} >= $since::date) and ($until::date is null or {day} < $until::date)
)
select state, currency, count(*) as n, sum(amount_minor)::bigint as minor
from deal
where state in ('won', 'open')
group by state, currency
order by all
