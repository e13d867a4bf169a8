-- Start: where a funnel, lag or age begins when nobody said where.
--
-- Grain    one row
-- has_leads, has_opened   any lead; any deal whose opening day is known
-- stage    the stage that deals most often enter first, of those in which no closed deal stands; null where no entry is recorded
with closing as (select distinct src, stage from opportunity where status in ('won', 'lost') and stage is not null),
entered as (
  select arg_min(e.stage, (e.entered_on, e.seq)) as stage
  from stage_entry e anti join closing c on c.src = e.src and c.stage = e.stage
  where e.entered_on is not null
  group by e.src, e.opportunity_id
)
select
  exists (select 1 from lead) as has_leads,
  exists (select 1 from opportunity where opened_on is not null) as has_opened,
  (select stage from entered group by stage order by count(*) desc, stage limit 1) as stage
