-- Stage entered: which deals entered each stage of a set of definitions, and when first.
--
-- Grain    one row per stage, in order
-- Slots    {hits} relation (src, id, ordinal, on_day, last_on, passes): stage-hits.sql, with the touches of every deal · {journey_found}
-- entered  deals that showed a sign of the stage by $as_of; jumped: deals that passed a later stage and showed no sign of it
-- back     deals that entered it again after a later one: they fell back, or were opened again
-- minor    amounts of those entered in $currency
with deal as (select row_number() over () as d, src, id, account_id, lead_id, status, stage, opened_on, closed_on, amount_minor, currency from opportunity),
{journey_found},
entered as (select d.d, h.ordinal, h.on_day as first_on, h.last_on, h.passes from {hits} h join deal d on d.src = h.src and d.id = h.id),
last as (select d, max(ordinal) as ordinal from entered where passes group by d)
select
  s.ordinal,
  (select count(*) from entered e where e.ordinal = s.ordinal) as entered,
  (select count(*) from last l where l.ordinal > s.ordinal and l.d not in (select d from entered e where e.ordinal = s.ordinal)) as jumped,
  (select count(*) from entered e where e.ordinal = s.ordinal and exists (select 1 from entered f where f.d = e.d and f.ordinal > e.ordinal and f.first_on < e.last_on)) as back,
  (select coalesce(sum(d.amount_minor) filter (d.currency is not distinct from $currency), 0) from entered e join deal d on d.d = e.d where e.ordinal = s.ordinal)::bigint as minor
from (select unnest(range(1, $stages::bigint + 1)) as ordinal) s
order by s.ordinal
