-- Evidence: cases of a campaign and what came of each, as sums by day and variant.
--
-- Grain     one row per variant and day on which something changed, oldest first: what that day adds
-- n         cases that began; hits: cases to which it happened for the first time; happened: how often; minor: money that came,
--           squares: what that adds to the sum of squares of the money of each case (a whole number in double precision)
-- ripe_*    the same of cases whose first $wait days ended on that day, each with what came within them; only where $wait is given
-- Slots     {cases} evidence-cases.sql · {begun} relation (c, person, src, id, on_day, variant): cases, each once or more
--           {came} relation (c, on_day, minor) over `one`: what came of a case, on or after its first day
-- Case      one person (visitor, account, touch where nobody knows more), lead or deal; it begins on its first day. One that stands in
--           two variants, or names none where there are several, is in no arm: evidence-left.sql counts it
-- One deal  belongs to one case: that of the person who was reached first. Shared between several it would count more than once
with {cases},
begun as ({begun}),
one as (
  select c, any_value(person) as person, any_value(src) as src, any_value(id) as id, min(on_day) as on_day, min(variant) as variant
  from begun group by c having min(variant) = max(variant)
),
came as ({came}),
by_day as (select c, on_day, count(*) as k, coalesce(sum(minor), 0)::double as minor from came where on_day <= $as_of::date group by c, on_day),
grown as (select *, sum(minor) over (partition by c order by on_day) as total, row_number() over (partition by c order by on_day) = 1 as first from by_day),
ripe as (
  select o.variant, o.on_day + $wait::integer as day, if(max(g.on_day) is null, 0, 1) as hits, coalesce(sum(g.k), 0) as happened, coalesce(sum(g.minor), 0) as minor
  from one o left join grown g on g.c = o.c and g.on_day <= o.on_day + $wait::integer
  where $wait is not null and o.on_day + $wait::integer <= $as_of::date
  group by o.c, o.variant, o.on_day
),
added as (
  select variant, on_day as day, 1 as n, 0 as hits, 0 as happened, 0.0 as minor, 0.0 as squares, 0 as ripe_n, 0 as ripe_hits, 0 as ripe_happened, 0.0 as ripe_minor, 0.0 as ripe_squares from one
  union all
  select o.variant, g.on_day, 0, g.first::integer, g.k, g.minor, g.total * g.total - (g.total - g.minor) * (g.total - g.minor), 0, 0, 0, 0, 0 from grown g join one o on o.c = g.c
  union all
  select variant, day, 0, 0, 0, 0, 0, 1, hits, happened, minor, minor * minor from ripe
)
select variant::integer as variant, day::varchar as day, sum(n)::bigint as n, sum(hits)::bigint as hits, sum(happened)::bigint as happened, sum(minor)::double as minor, sum(squares)::double as squares,
  sum(ripe_n)::bigint as ripe_n, sum(ripe_hits)::bigint as ripe_hits, sum(ripe_happened)::bigint as ripe_happened, sum(ripe_minor)::double as ripe_minor, sum(ripe_squares)::double as ripe_squares
from added group by variant, day order by day, variant
