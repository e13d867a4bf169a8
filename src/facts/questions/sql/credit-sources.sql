-- Credit sources: where each won deal of a period came from, by what the CRM says, by what people say, and by what was tracked.
--
-- Grain       one row per won deal; d as in credit-walk.sql
-- minor       in $currency; null where there is none
-- source      the lead's source as the CRM has it (lead.channel); sales_source: it is sales' own; null where no lead or no source is named
-- said        what they say brought them; of the deal, else of its lead
-- sales_on    local day of sales' first activity: the first touch that is sales' own ({sales}), counted or not, or the day the deal was
--             opened, whichever is earlier; null where neither is known
-- Slots       {won_deals} {journey} the fragments of those names · {sales} over journey t · {sales_source} over lead l
with {won_deals},
{journey},
sold as (select t.d, min(t.touched_on) as first_on from journey t where {sales} group by t.d)
select
  d.d, d.src, d.id, d.minor, d.closed_on, l.channel as source, if(l.channel is null, null, {sales_source}) as sales_source,
  coalesce(o.self_reported, l.self_reported) as said, least(s.first_on, o.opened_on) as sales_on
from deal d
join opportunity o on o.src = d.src and o.id = d.id
left join lead l on l.src = o.src and l.id = o.lead_id
left join sold s on s.d = d.d
order by d.src, d.id
