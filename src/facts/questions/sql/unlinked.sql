-- Unlinked: deals that reached the milestone and name no lead that is here.
--
-- Grain   one row
-- Slots   {deals} relation (src, id, reached_on, opportunity_id) of deals that reached it
-- minor   sum of the amounts of those in $currency
select count(*) as n, sum(in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below))::bigint as minor, list(o.id order by o.id)[:100] as ids
from {deals} d
join opportunity o on o.src = d.src and o.id = d.id
left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
left join lead l on l.src = o.src and l.id = o.lead_id
where l.id is null
