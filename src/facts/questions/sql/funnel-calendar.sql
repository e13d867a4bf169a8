-- Funnel, calendar: what happened in a period, step by step, whoever it happened to.
--
-- Grain     one row per key of the cut and step
-- Slots     as in funnel-steps.sql
-- Skips     where $skipped is 'passed', a step that was skipped was reached on the day of the next one (docs/stages.md)
-- n         units that reached the step for the first time in [$since, $until) and by $as_of; before: in the period of the same length before
with shown as (select * from {hits} where on_day <= $as_of::date),
hit as (
  select h.src, h.id, s.step, min(h.on_day) as on_day
  from shown h join (select unnest(range($steps::bigint)) as step) s
    on h.step = s.step or ($skipped = 'passed' and h.passes and s.step > 0 and h.step > s.step)
  group by all
)
select {keys} as keys, {ids} as ids, h.step,
  count(*) filter (h.on_day >= $since::date and h.on_day < $until::date) as n,
  count(*) filter (h.on_day < $since::date and h.on_day >= $before::date) as before
from hit h join {base} on {letter}.src = h.src and {letter}.id = h.id
{joins}
where {where} and h.on_day >= $before::date and h.on_day < $until::date
group by all
order by keys, step
