-- Stale: open deals older than the longest cycle of any deal that closed.
--
-- Grain     one row per deal, oldest first, the first hundred
-- Slots     as in ageing.sql, without a cut
with reached as {from}, longest as (
  select max(o.closed_on - r.reached_on) as days from opportunity o join reached r on r.src = o.src and r.id = o.id
  where o.status in ('won', 'lost') and o.closed_on <= $as_of::date
)
select o.id, $as_of::date - reached.reached_on as age
from opportunity o
join reached on reached.src = o.src and reached.id = o.id
{joins}
where {where} and (o.status = 'open' or (o.status in ('won', 'lost') and o.closed_on > $as_of::date))
  and $as_of::date - reached.reached_on > (select days from longest)
order by age desc, o.id
limit 100
