-- Stage entries: a fragment of stage-visits.sql. The stages of the files that deals entered by $as_of, as the files name them.
--
-- Grain   one row per entry; one that only a re-import showed (deal_seen) stands on the day of that load, where none is recorded
select e.src, e.opportunity_id as id, e.stage, e.entered_on, e.seq as nth, e.seq % 10 = 9 as closing
from stage_entry e where e.entered_on <= $as_of::date
union all
select s.src, s.opportunity_id, s.value, s.seen_on, 10, false
from deal_seen s where s.field = 'stage' and s.value is not null and s.seen_on <= $as_of::date
  and not exists (select 1 from stage_entry e where e.src = s.src and e.opportunity_id = s.opportunity_id and lower(trim(e.stage)) = lower(trim(s.value)))
