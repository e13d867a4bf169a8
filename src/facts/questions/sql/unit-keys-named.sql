-- Unit keys, named: each key of a cut once, in the order in which units come to it.
--
-- Grain   one row per key · Slot {unit_keys} the statement of that name
select keys, ids from ({unit_keys}) group by keys, ids order by min(u::bigint * 1000000 + nth)
