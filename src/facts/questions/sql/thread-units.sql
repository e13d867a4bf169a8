-- Thread, units: the campaign of each unit of touches.
--
-- Grain   one row per unit (journeys.unit), in their order: c as in thread-links.sql, 0 where no campaign owns it
with {links}
select coalesce(ch.c, 0)::integer as c
from journeys.unit t
left join campaign_name n on n.found = lower(trim(t.campaign))
left join chain ch on ch.campaign_id = n.campaign_id
order by t.u
