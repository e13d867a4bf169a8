-- Stage ages: open deals by the stage they stand in, against the time that won deals took there.
--
-- Grain     one row per stage in which an open deal stands
-- n, minor, priced   open deals and their amounts in $currency; median_days: how long they stand there by now
-- won       won deals that passed the stage; typical, low, high: median and middle 80 % of their days in it; null where none did
-- over      open deals longer there than nine in ten won deals were; over_minor, over_priced: their amounts. Counted where at
--           least $enough won deals passed the stage; else null: there is no "typical" yet
-- undated   open deals of which nobody knows since when
with {visits}
select s.stage, count(*) as n, sum(s.minor)::bigint as minor, count(s.minor) as priced, median(s.days) as median_days,
  any_value(t.won) as won, any_value(t.median) as typical, any_value(t.low) as low, any_value(t.high) as high,
  if(coalesce(any_value(t.won), 0) >= $enough::integer, count(*) filter (s.days > t.high), null) as over,
  (sum(s.minor) filter (s.days > t.high))::bigint as over_minor, count(s.minor) filter (s.days > t.high) as over_priced,
  count(*) filter (s.days is null) as undated
from standing s left join typical t on t.stage = s.stage
group by s.stage
order by typical nulls last, s.stage
