-- Measures: the built-in metrics of outcomes.
--
-- Grain     one row per key of the cut; none where nothing is left
-- Slots     {joins} {where} {keys} {ids} of the cut, over opportunity o
-- n         deals in all, whatever their dates
-- won_revenue    sum of amounts of deals won in [$since, $until) and by $as_of, whole minor units in $currency; won: how many deals,
--                won_priced: how many are in the sum, won_undated: won, on a day not known (in no period)
-- lost           deals lost in [$since, $until) and by $as_of; lost_undated: lost, on a day not known (in no period)
-- opened         deals opened in [$since, $until) and by $as_of; opened_undated: deals opened on a day not known (in no
--                period); opened_dated: deals whose opening day is known, in any period
-- open, pipeline_minor   deals open at the end of $as_of and the sum of their amounts now; open_priced: how many are in it.
--                A deal opened on a day not known is open from the first day it was seen in a stage, and without one only from
--                $last_day on: before, nobody can say
--                A lost deal with the amount 0 has none: files write 0 there once it is lost
-- open_unsure    such deals, where $as_of lies before $last_day
-- won_other, open_other   how many of the amounts no rate converts, or are in no currency where the answer has one
with seen as (select src, opportunity_id, min(entered_on) as on_day from stage_entry group by src, opportunity_id),
deal as (
  select {keys} as keys, {ids} as ids, o.*, on_day, case when not (o.status = 'lost' and o.amount_minor = 0) then in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) end as minor, o.amount_minor is not null and in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) is null as elsewhere,
    coalesce(o.closed_on <= $as_of::date, o.status in ('won', 'lost') and o.closed_on is null) and o.status in ('won', 'lost') as is_closed,
    coalesce(($since::date is null or o.closed_on >= $since::date) and ($until::date is null or o.closed_on < $until::date), false) as closed_in,
    coalesce(($since::date is null or o.opened_on >= $since::date) and ($until::date is null or o.opened_on < $until::date) and o.opened_on <= $as_of::date, false) as opened_in,
    coalesce(coalesce(o.opened_on, on_day) <= $as_of::date, $as_of::date >= $last_day::date) as begun
  from opportunity o left join seen on seen.src = o.src and seen.opportunity_id = o.id
  left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
  {joins}
  where {where}
)
select
  keys, ids, count(*) as n,
  count(*) filter (status = 'lost' and closed_on <= $as_of::date and closed_in) as lost,
  count(*) filter (status = 'lost' and closed_on is null) as lost_undated,
  count(*) filter (status = 'won' and closed_on <= $as_of::date and closed_in) as won,
  count(minor) filter (status = 'won' and closed_on <= $as_of::date and closed_in) as won_priced,
  coalesce(sum(minor) filter (status = 'won' and closed_on <= $as_of::date and closed_in), 0)::bigint as won_minor,
  count(*) filter (status = 'won' and closed_on <= $as_of::date and closed_in and elsewhere) as won_other,
  count(*) filter (status = 'won' and closed_on is null) as won_undated,
  count(*) filter (opened_in) as opened,
  count(*) filter (opened_on is null) as opened_undated,
  count(opened_on) as opened_dated,
  count(*) filter (status is not null and begun and not is_closed) as open,
  count(minor) filter (status is not null and begun and not is_closed) as open_priced,
  coalesce(sum(minor) filter (status is not null and begun and not is_closed), 0)::bigint as pipeline_minor,
  count(*) filter (status is not null and begun and not is_closed and elsewhere) as open_other,
  count(*) filter (coalesce(opened_on, on_day) is null and status is not null and not is_closed and $as_of::date < $last_day::date) as open_unsure
from deal
group by keys, ids
order by keys
