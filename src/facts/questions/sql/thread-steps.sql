-- Thread, steps: where each campaign leads, as numbers.
--
-- Grain   one row per campaign c and node from 0 (in the order of thread-nodes.sql), and outcome by which it leads there
-- nth     which outcome of the campaign's priority leads there; -1: it leads there whole · Slots {links} the fragment thread-links.sql
with {links}
select c, (node - 1)::integer as node, coalesce(nth, -1)::integer as nth from step order by c, node, nth
