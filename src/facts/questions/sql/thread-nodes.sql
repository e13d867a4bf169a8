-- Thread, nodes: the nodes of the thread with what they cost, for what kept journeys count of them.
--
-- Grain   one row per node, in the order of their numbers · Slots {links} {cost} the fragments of those names
with {links},
{cost}
select n.level, n.id, coalesce(c.name, i.title) as name, i.ref, coalesce(s.spend_minor, 0)::bigint as spend_minor, w.days
from node n
left join spent s on s.node = n.node
left join worked w on w.level = n.level and w.id = n.id
left join thread_campaign c on n.level = 'campaign' and c.campaign_id = n.id
left join thread_item i on n.level = 'item' and i.item_id = n.id
order by n.node
