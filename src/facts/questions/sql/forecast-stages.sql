-- Forecast stages: when each deal entered which stage, until $last_day; closing stages left out, they are what is forecast.
--
-- Grain     one row per recorded entry, in the order of deal, day and entry; entries that were inferred from the close are none
select e.src || chr(31) || e.opportunity_id as key, e.stage, date_diff('day', date '1970-01-01', e.entered_on)::integer as day
from stage_entry e join opportunity o on o.src = e.src and o.id = e.opportunity_id
where e.entered_on <= $last_day::date and not coalesce(e.inferred, false) and (o.closed_on is null or e.entered_on < o.closed_on or o.status = 'open')
order by key, e.entered_on, e.seq
