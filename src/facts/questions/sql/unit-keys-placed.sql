-- Unit keys, placed: for each unit and outcome the place of its key in unit-keys-named.sql.
--
-- Grain   one row per row of unit-keys.sql, in the order of units, then of outcomes · Slot {unit_keys} the statement of that name
with keyed as materialized ({unit_keys}),
named as (select keys, ids, (row_number() over (order by min(u::bigint * 1000000 + nth)) - 1)::integer as place from keyed group by keys, ids)
select k.u, k.nth, n.place
from keyed k join named n on n.keys is not distinct from k.keys and n.ids is not distinct from k.ids
order by k.u, k.nth
