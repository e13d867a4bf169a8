-- Stage gaps: what the signed definitions leave out, and what the written rule sets right (docs/stages.md).
--
-- Grain    one row per what and stage of the CRM, until $as_of
-- Slots    {rule} relation (ordinal, sign, spelling)
-- what     unknown: a stage that no definition names, where definitions name any; closing stages are no gap, won and lost say it
--          reopened: a closing stage was entered and the deal is not closed; such an entry counts for nothing
--          after-close: a stage was entered after the deal was closed; it counts on the day of the close
-- n        deals; ids: the first hundred
with rule as ({rule}),
entry as (
  select e.src, e.opportunity_id as id, e.stage, lower(trim(e.stage)) as spelling, e.entered_on as on_day, e.seq % 10 = 9 as closing
  from stage_entry e where e.entered_on <= $as_of::date
),
closed as (select src, id, closed_on from opportunity where status in ('won', 'lost') and (closed_on is null or closed_on <= $as_of::date)),
found as (
  select 'unknown' as what, e.stage, e.src, e.id from entry e
  where not e.closing and e.spelling not in (select spelling from rule where spelling is not null) and exists (from rule where sign = 'stage')
  union
  select 'reopened', e.stage, e.src, e.id from entry e join opportunity o on o.src = e.src and o.id = e.id
  where e.closing and not exists (from closed c where c.src = e.src and c.id = e.id) and o.status is not null
  union
  select 'after-close', e.stage, e.src, e.id from entry e join closed c on c.src = e.src and c.id = e.id
  where not e.closing and e.on_day > c.closed_on
)
select what, any_value(stage) as stage, count(*) as n, list(id order by id)[:100] as ids
from found group by what, lower(trim(stage)) order by what, n desc, stage
