-- Unlinked: deals that reached the milestone and name no lead that is here.
--
-- Grain   one row
-- Slots   {deals} relation (src, id, reached_on, opportunity_id) of deals that reached it
-- minor   sum of the amounts of those in $currency
select count(*) as n, sum(o.amount_minor) filter (o.currency is not distinct from $currency)::bigint as minor, list(o.id order by o.id)[:100] as ids
from {deals} d
join opportunity o on o.src = d.src and o.id = d.id
left join lead l on l.src = o.src and l.id = o.lead_id
where l.id is null
