-- Stage entered: which deals entered each stage of a set of definitions, and when first.
--
-- Grain    one row per stage, in order
-- Slots    {signs} relation (ordinal, sign, spelling) · {journey_found} the touches of every deal
-- entered  deals that showed a sign of the stage by $as_of; jumped: deals that showed a sign of a later stage and none of it
-- back     deals that entered it again after a later one: they fell back, or were opened again
-- minor    amounts of those entered in $currency
with deal as (select row_number() over () as d, src, id, account_id, lead_id, status, stage, opened_on, closed_on, amount_minor, currency from opportunity),
rule as ({signs}),
{journey_found},
seen as (
  select r.ordinal, d.d, l.created_on as on_day from rule r join deal d on r.sign = 'lead' join lead l on l.src = d.src and l.id = d.lead_id
  union all select r.ordinal, d.d, d.opened_on from rule r join deal d on r.sign = 'opened'
  union all select r.ordinal, d.d, d.closed_on from rule r join deal d on d.closed_on <= $as_of::date and (r.sign = d.status or (r.sign = 'closed' and d.status in ('won', 'lost')))
  union all select r.ordinal, d.d, e.entered_on from rule r join stage_entry e on r.sign = 'stage' and lower(trim(e.stage)) = r.spelling join deal d on d.src = e.src and d.id = e.opportunity_id
  union all select r.ordinal, d.d, null from rule r join deal d on r.sign = 'stage' and lower(trim(d.stage)) = r.spelling
  union all select r.ordinal, f.d, min(f.touched_on) from rule r join found f on r.sign = 'touch' group by r.ordinal, f.d
),
entered as (
  select d, ordinal, min(on_day) as first_on, max(on_day) as last_on from seen where on_day is null or on_day <= $as_of::date group by d, ordinal
),
last as (select d, max(ordinal) as ordinal from entered group by d)
select
  s.ordinal,
  (select count(*) from entered e where e.ordinal = s.ordinal) as entered,
  (select count(*) from last l where l.ordinal > s.ordinal and l.d not in (select d from entered e where e.ordinal = s.ordinal)) as jumped,
  (select count(*) from entered e where e.ordinal = s.ordinal and exists (select 1 from entered f where f.d = e.d and f.ordinal > e.ordinal and f.first_on < e.last_on)) as back,
  (select coalesce(sum(d.amount_minor) filter (d.currency is not distinct from $currency), 0) from entered e join deal d on d.d = e.d where e.ordinal = s.ordinal)::bigint as minor
from (select distinct ordinal from rule) s
order by s.ordinal
