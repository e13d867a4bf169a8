-- Unit outcomes: among how many outcomes a touch of each unit is shared, 1 where its thread breaks before one.
--
-- Grain     one row per unit u (journeys.unit), in their order
select t.u, coalesce(x.outcomes, 1)::integer as outcomes
from journeys.unit t
left join campaign_name cn on cn.found = lower(trim(t.campaign))
left join thread_campaign tc on tc.campaign_id = cn.campaign_id
left join thread_item ti on ti.item_id = tc.item_id
left join (select priority_id, count(*) as outcomes from thread_outcome group by priority_id) x on x.priority_id = coalesce(ti.priority_id, tc.priority_id)
order by t.u
