-- Changed deals: what later loads said otherwise of these deals, and how they stand now.
--
-- Grain    one row per deal of $keys (a JSON list of "src/id")
-- there    false where no load speaks of the deal any more
-- said     disagreements of loads after $after: [field, was, is now, load], latest first
with asked as (select unnest(from_json($keys, '["varchar"]')) as key),
said as (
  select c.src || '/' || c.id as key, list([c.field, c.was, c.is_now, c.load::varchar] order by c.load desc) as said
  from conflict c where c.entity = 'opportunity' and c.load > $after::integer group by all
)
select a.key, o.id is not null as there, o.status, o.closed_on, o.opened_on, o.amount_minor as minor, o.currency, o.load, coalesce(s.said, []) as said
from asked a
left join opportunity o on o.src || '/' || o.id = a.key
left join said s on s.key = a.key
order by a.key
