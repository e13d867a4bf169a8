-- Stage hits: a fragment. When each deal showed a sign of which stage of an ordered list, by the written rule (docs/stages.md).
--
-- Grain    one row per deal and stage of which it showed a sign by $as_of
-- Slots    {rule} relation (ordinal, sign, spelling) · {touched} relation (src, id, on_day): first touch of each deal, where a stage
--          asks for one · {staged} stage-signs.sql where a stage is seen by stages of the CRM, else nothing
-- on_day   the first day of any of its signs; last_on: the last; null: nobody knows when. A day after the close of the deal is
--          that of the close
-- passes   false where the deal was only lost by it: who loses has passed nothing on the way there
-- recorded, last_close   entries into stages that are asked for, and the last closing one of each deal
with rule as ({rule}),
closed as (
  select src, id, status, closed_on from opportunity where status in ('won', 'lost') and (closed_on is null or closed_on <= $as_of::date)
),
recorded as (
  select r.ordinal, e.src, e.opportunity_id as id, r.spelling, e.entered_on as on_day, e.seq % 10 = 9 as closing, e.seq, e.stage
  from stage_entry e join rule r on r.sign = 'stage' and r.spelling = lower(trim(e.stage))
),
last_close as (
  select src, opportunity_id as id, max((entered_on, seq, stage)) as last from stage_entry where seq % 10 = 9 and entered_on <= $as_of::date group by all
),
sign as (
  select r.ordinal, t.src, t.id, t.on_day, true as passes from rule r join ({touched}) t on r.sign = 'touch'
  union all
  select r.ordinal, o.src, o.id, l.created_on, true from rule r join opportunity o on r.sign = 'lead' join lead l on l.src = o.src and l.id = o.lead_id
  union all
  select r.ordinal, o.src, o.id, o.opened_on, true from rule r join opportunity o on r.sign = 'opened'
  union all
  select r.ordinal, c.src, c.id, c.closed_on, c.status = 'won' from rule r join closed c on r.sign = c.status or r.sign = 'closed'
  {staged}
)
select s.src, s.id, s.ordinal, min(s.on_day) as on_day, max(s.on_day) as last_on, bool_or(s.passes) as passes
from sign s where s.on_day is null or s.on_day <= $as_of::date
group by s.src, s.id, s.ordinal
