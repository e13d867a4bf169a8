-- Deals: how many, how they ended, and the money of those won and those open.
--
-- Grain     one row per key of the cut
-- Slots     {joins} {where} {keys} {ids} of the cut, over opportunity o · {day} the column that $since and $until look at
-- Period    {day} in [$since, $until); where either is given, an unknown day is out
-- n         deals opened by $as_of, or on a day not known
-- state     as of $as_of: what closed later was open then; unknown: the files never said
-- won_minor, open_minor   sums of whole minor units in $currency; priced: how many deals are in the sum
-- won_median, won_min, won_max   over the same won deals, minor units; null where none has an amount
-- Left out  amounts of lost deals, blank amounts, and amounts that no rate converts (deals-other.sql counts those)
with deal as (
  select
    {keys} as keys, {ids} as ids,
    case when o.status in ('won', 'lost') and o.closed_on > $as_of::date then 'open' else o.status end as state,
    in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) as minor
  from opportunity o
  left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
  {joins}
  where {where} and (o.opened_on is null or o.opened_on <= $as_of::date)
    and ($since::date is null or {day} >= $since::date) and ($until::date is null or {day} < $until::date)
)
select
  keys, ids, count(*) as n,
  count(*) filter (state = 'open') as open,
  count(*) filter (state = 'won') as won,
  count(*) filter (state = 'lost') as lost,
  count(*) filter (state is null) as unknown,
  count(minor) filter (state = 'won') as won_priced,
  (sum(minor) filter (state = 'won'))::bigint as won_minor,
  median(minor) filter (state = 'won') as won_median,
  min(minor) filter (state = 'won') as won_min,
  max(minor) filter (state = 'won') as won_max,
  count(minor) filter (state = 'open') as open_priced,
  (sum(minor) filter (state = 'open'))::bigint as open_minor
from deal
group by keys, ids
order by keys
