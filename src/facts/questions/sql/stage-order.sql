-- Stage order: the stages deals were seen to enter, in the order in which they mostly enter them.
--
-- Grain   one row per stage in which no closed deal ends; place: the mean place of its first entry among a deal's stages, from 1
-- n       deals that entered it. Stages that fewer than one deal in fifty entered are left out
with first as (
  select src, opportunity_id, stage, min((entered_on, seq)) as begun from stage_entry
  where entered_on is not null and seq % 10 <> 9 group by all
),
closing as (select distinct lower(trim(stage)) as stage from opportunity where status in ('won', 'lost') and stage is not null),
placed as (select stage, row_number() over (partition by src, opportunity_id order by begun) as nth from first)
select any_value(stage) as stage, avg(nth) as place, count(*) as n
from placed where lower(trim(stage)) not in (select stage from closing)
group by lower(trim(stage))
having count(*) * 50 >= (select count(distinct (src, opportunity_id)) from first)
order by place, stage
