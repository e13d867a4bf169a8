-- Stages: every stage name any opportunity has been seen in.
--
-- Grain  one row per spelling, most frequent first
select stage as name, count(*) as n
from (select stage from opportunity union all select stage from stage_entry)
where stage is not null
group by stage
order by n desc, name
