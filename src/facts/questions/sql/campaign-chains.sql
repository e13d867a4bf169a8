-- Campaign, chains: what stands above campaigns on the thread.
--
-- Grain     one row per campaign
-- item_id, item_ref, item_title, priority_id, guidepoint   along the thread; null where it breaks
-- outcomes, objectives   those of the priority, in order of id; null where it has none
with linked_outcome as (
  select priority_id, list(outcome_id order by outcome_id) as outcomes, list(distinct objective_id) as objectives from thread_outcome group by priority_id
)
select c.campaign_id, c.name as campaign_name, c.guidepoint, i.item_id, i.ref as item_ref, i.title as item_title,
  coalesce(i.priority_id, c.priority_id) as priority_id, o.outcomes, o.objectives
from thread_campaign c
left join thread_item i on i.item_id = c.item_id
left join linked_outcome o on o.priority_id = coalesce(i.priority_id, c.priority_id)
