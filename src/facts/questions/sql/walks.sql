-- Walks: the counted touches of all deals, as numbers; what models of attribution walk over. Their order is that of r.
--
-- Grain     one row per deal d (journeys.deal) and counted touch
-- Slots     {journey} journey.sql over all that is kept · {direct} {sales} conditions of the touch rules on touch j
-- u         its unit (journeys.unit)          age   whole local days to the close, of an open deal to $as_of; 65535 stands for more
-- bits      1 dated up to the moment the deal's lead was created (else {made}, lead-made.sql) · 2 up to the moment the deal was opened · 4 direct · 8 sales' own ·
--           64 by a likely link only · 16 late: dated up to the close, but loaded after the close and after the load that told of the deal.
--           Moments are compared by the hour where both have one, else by the local day, when a touch of that day stands before
-- As of     what closed after $as_of is open
with {made},
deal as (
  select k.d, k.src, k.id,
    if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_on, null) as closed_on,
    if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_at, null) as closed_at,
    if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_on, $as_of::date) as end_on,
    o.opened_on, o.opened_at, if(l.created_on is null, a.made_on, l.created_on) as lead_on, if(l.created_on is null, a.made_at, l.created_at) as lead_at, o.load
  from journeys.deal k join opportunity o on o.src = k.src and o.id = k.id
  left join lead l on l.src = o.src and l.id = o.lead_id
  left join made a on a.src = o.src and a.id = o.id
),
{journey}
select
  j.d, j.r, j.u, least(d.end_on - j.touched_on, 65535)::usmallint as age,
  (coalesce(j.touched_at <= d.lead_at, j.touched_on <= d.lead_on, false)::utinyint
    + 2 * coalesce(j.touched_at <= d.opened_at, j.touched_on <= d.opened_on, false)::utinyint
    + 4 * ({direct})::utinyint + 8 * ({sales})::utinyint
    + 64 * (not j.sure)::utinyint
    + 16 * coalesce(j.load > d.load and timezone($zone, timezone('UTC', b.loaded_at))::date > d.closed_on, false)::utinyint)::utinyint as bits
from journey j join deal d on d.d = j.d left join load b on b.n = j.load
where j.why_not is null
