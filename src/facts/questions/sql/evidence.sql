-- Evidence: cases of a campaign and what came of each, as sums by day and variant.
--
-- Grain     one row per variant and day on which something changed, oldest first: what that day adds
-- n         cases that began; hits: cases to which it happened for the first time; happened: how often; minor: money that came,
--           squares: what that adds to the sum of squares of the money of each case (a whole number in double precision)
-- ripe_*    the same of cases whose first $wait days ended on that day, each with what came within them; only where $wait is given
-- Slots     {cases} evidence-cases.sql · {begun} relation (c, on_day, variant): cases, each once or more
--           {one} {came} parts by evidence.ts: one row per case (c, on_day, variant) of begun; what came of
--           cases (c, since, variant, on_day, minor), since and variant those of the case
-- Case      one person (visitor, account, touch where nobody knows more), lead or deal; it begins on its first day. One that stands in
--           two variants, or names none where there are several, is in no arm: evidence-left.sql counts it
-- One deal  belongs to one case: that of the person who was reached first. Shared between several it would count more than once
with {cases},
begun as not materialized ({begun}),
one as materialized ({one}),
came as ({came}),
by_day as (
  select c, on_day, count(*) as k, coalesce(sum(minor), 0)::double as minor, any_value(since) as since, any_value(variant) as variant
  from came where on_day <= $as_of::date group by c, on_day
),
grown as (
  select *, sum(minor) over case_days as total, row_number() over case_days = 1 as first
  from by_day window case_days as (partition by c order by on_day)
),
began as (select variant, on_day as day, count(*) as n from one group by all),
within as (
  select variant, since + $wait::integer as day, c, sum(k) as k, sum(minor) as minor from grown
  where $wait is not null and on_day <= since + $wait::integer and since + $wait::integer <= $as_of::date group by all
),
added as (
  select variant, day, n, 0 as hits, 0 as happened, 0.0 as minor, 0.0 as squares, 0 as ripe_n, 0 as ripe_hits, 0 as ripe_happened, 0.0 as ripe_minor, 0.0 as ripe_squares from began
  union all
  select variant, day + $wait::integer, 0, 0, 0, 0, 0, n, 0, 0, 0, 0 from began where $wait is not null and day + $wait::integer <= $as_of::date
  union all
  select variant, on_day, 0, first::integer, k, minor, total * total - (total - minor) * (total - minor), 0, 0, 0, 0, 0 from grown
  union all
  select variant, day, 0, 0, 0, 0, 0, 0, 1, k, minor, minor * minor from within
)
select variant::integer as variant, day::varchar as day, sum(n)::bigint as n, sum(hits)::bigint as hits, sum(happened)::bigint as happened, sum(minor)::double as minor, sum(squares)::double as squares,
  sum(ripe_n)::bigint as ripe_n, sum(ripe_hits)::bigint as ripe_hits, sum(ripe_happened)::bigint as ripe_happened, sum(ripe_minor)::double as ripe_minor, sum(ripe_squares)::double as ripe_squares
from added group by variant, day order by day, variant
