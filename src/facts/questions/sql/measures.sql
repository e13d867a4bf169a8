-- Measures: the built-in metrics of outcomes.
--
-- Grain     one row
-- won_revenue    sum of amounts of deals won in [$since, $until) and by $as_of, whole minor units in $currency; won: how many deals,
--                won_priced: how many are in the sum, won_undated: won, on a day not known (in no period)
-- opened         deals opened in [$since, $until) and by $as_of; opened_undated: deals opened on a day not known (in no
--                period); opened_dated: deals whose opening day is known, in any period
-- open, pipeline_minor   deals open at the end of $as_of and the sum of their amounts now; open_priced: how many are in it.
--                A deal opened on a day not known is open from the first day it was seen in a stage, and without one only from
--                $last_day on: before, nobody can say
--                A lost deal with the amount 0 has none: files write 0 there once it is lost
-- open_unsure    such deals, where $as_of lies before $last_day
-- won_other, open_other   how many of the amounts are in another currency, or in none where the answer has one
with seen as (select src, opportunity_id, min(entered_on) as on_day from stage_entry group by src, opportunity_id),
deal as (
  select *, case when currency is not distinct from $currency and not (status = 'lost' and amount_minor = 0) then amount_minor end as minor, amount_minor is not null and currency is distinct from $currency as elsewhere,
    coalesce(closed_on <= $as_of::date, status in ('won', 'lost') and closed_on is null) and status in ('won', 'lost') as is_closed,
    coalesce(($since::date is null or closed_on >= $since::date) and ($until::date is null or closed_on < $until::date), false) as closed_in,
    coalesce(($since::date is null or opened_on >= $since::date) and ($until::date is null or opened_on < $until::date) and opened_on <= $as_of::date, false) as opened_in,
    coalesce(coalesce(opened_on, on_day) <= $as_of::date, $as_of::date >= $last_day::date) as begun
  from opportunity left join seen on seen.src = opportunity.src and seen.opportunity_id = opportunity.id
)
select
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
