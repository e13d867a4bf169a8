-- Landing deals: deals that are open, and those won in the quarter that runs, by when they began.
--
-- Grain     one row per channel of the lead (the cut's key), place of the start, won or open, and whole weeks of age
-- Slots     {joins} {where} {keys} of the cut by channel, over opportunity o with its lead l
-- place     as in landing-leads.sql, by the day the deal's lead was created; where it has none, by the day it was opened
-- won       won on a day in [$third, $as_of]; else open at the end of $as_of
-- weeks     whole weeks since it was opened, of open ones; 0 of won ones
-- n, priced, minor, squares   deals; those with an amount in $currency; its sum; sum of squares, in minor units
-- unled     deals without a lead that is here: they begin when they were opened
-- Not here  lost ones, ones won before the quarter, and ones whose opening day is not known
with deal as (
  select {keys} as keys, o.*, l.id is null as unled, least(coalesce(l.created_on, o.opened_on), o.opened_on) as start_on,
    o.status = 'won' and o.closed_on <= $as_of::date as is_won,
    o.status in ('won', 'lost') and coalesce(o.closed_on <= $as_of::date, true) as is_closed,
    in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) as minor
  from opportunity o
  {joins}
  left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
  where {where} and o.opened_on <= $as_of::date
)
select keys,
  case when start_on < $first::date then 0 when start_on < $second::date then 1 when start_on < $third::date then 2 else 3 end as place,
  is_won as won, case when is_won then 0 else (($as_of::date - opened_on) // 7)::integer end as weeks,
  count(*) as n, count(minor) as priced, coalesce(sum(minor), 0)::double as minor, coalesce(sum(minor::hugeint * minor::hugeint), 0)::double as squares,
  count(*) filter (unled) as unled
from deal
where case when is_won then closed_on >= $third::date else not is_closed end
group by all
order by keys, place, won, weeks
