-- Funnel, calendar: what happened in a period, step by step, whoever it happened to.
--
-- Grain     one row per key of the cut and step
-- Slots     as in funnel-steps.sql
-- n         units that reached the step for the first time in [$since, $until) and by $as_of; before: in the period of the same length before
with hit as (select * from {hits} where on_day <= $as_of::date)
select {keys} as keys, {ids} as ids, h.step,
  count(*) filter (h.on_day >= $since::date and h.on_day < $until::date) as n,
  count(*) filter (h.on_day < $since::date and h.on_day >= $before::date) as before
from hit h join {base} on {letter}.src = h.src and {letter}.id = h.id
{joins}
where {where} and h.on_day >= $before::date and h.on_day < $until::date
group by all
order by keys, step
