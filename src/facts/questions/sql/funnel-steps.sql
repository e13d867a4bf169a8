-- Funnel steps: those who entered in a period, followed through every step.
--
-- Grain     one row per key of the cut and step (0 is the entry)
-- Slots     {hits} relation (src, id, step, on_day, passes): the first day each unit showed a sign of a step; passes false: it
--           only was lost by it · {base} table and letter of the unit ·
--           {joins} {where} {keys} {ids} of the cut over it · {letter} · {lost} whether a unit ended as lost by $as_of
-- Period    reached step 0 on a local day in [$since, $until) and by $as_of
-- n         units that reached the step: showed a sign of it; where $skipped is 'passed', or of a later one (docs/stages.md)
-- both      units that reached it and the step before; own: showed a sign of it themselves; seen: on a known day
-- lost      ended as lost with this the furthest step they reached; waiting: came no further and are not lost
-- median, low, high   days from the step before to this one, median and middle 80 %, over those that showed both, in this order. Where
--           skips are passed, a step whose first sign came after that of a later one was skipped: it has no time of its own
-- first_on, last_on   first and last day on which step 0 was reached
-- late      of all units whatever their period: the days within which nine in ten of those who reached the step did so; reached: how many did
-- early     units that entered before anybody at all was seen to reach the step: left-truncated
with hit as (select * from {hits} where on_day is null or on_day <= $as_of::date),
entered as (select src, id, on_day from hit where step = 0),
pace as (
  select h.step, quantile_cont(h.on_day - e.on_day, 0.9) as late, count(*) as reached, min(h.on_day) as first_seen
  from hit h join entered e on e.src = h.src and e.id = h.id where h.on_day >= e.on_day group by h.step
),
unit as (
  select {keys} as keys, {ids} as ids, e.src, e.id, e.on_day as begun, {lost} as lost
  from entered e join {base} on {letter}.src = e.src and {letter}.id = e.id
  {joins}
  where {where} and e.on_day is not null and ($since::date is null or e.on_day >= $since::date) and ($until::date is null or e.on_day < $until::date)
),
way as (
  select u.*, h.step, h.on_day, h.passes, max(h.step) filter (h.passes) over (partition by u.keys, u.ids, u.src, u.id) as furthest,
    $skipped = 'left-out' or h.on_day <= coalesce(min(h.on_day) filter (h.passes) over (partition by u.keys, u.ids, u.src, u.id order by h.step rows between 1 following and unbounded following), h.on_day) as stood
  from unit u join hit h on h.src = u.src and h.id = u.id
),
spent as (
  select *, lag(step) over w as before_step, lag(on_day) over w as before_day, lag(stood) over w as before_stood
  from way window w as (partition by keys, ids, src, id order by step)
),
far as (select keys, ids, src, id, begun, lost, any_value(furthest) as furthest, list(step) as own from way group by all),
reach as (
  select f.*, s.step, list_contains(f.own, s.step) as showed,
    ($skipped = 'passed' and s.step <= f.furthest) or list_contains(f.own, s.step) as reached,
    ($skipped = 'passed' and s.step - 1 <= f.furthest) or list_contains(f.own, s.step - 1) as reached_before
  from far f cross join (select unnest(range($steps::bigint)) as step) s
),
passed as (
  select keys, ids, step, count(*) as n, count(*) filter (reached_before) as both, count(*) filter (showed) as own,
    count(*) filter (lost and furthest = step) as lost, count(*) filter (not lost and furthest = step) as waiting,
    min(begun) as first_on, max(begun) as last_on,
    count(*) filter (begun < (select p.first_seen from pace p where p.step = reach.step)) as early
  from reach where reached
  group by all
),
timed as (
  select keys, ids, step, count(on_day) as seen, quantile_cont(on_day - before_day, 0.5) filter (adjacent) as median,
    quantile_cont(on_day - before_day, 0.1) filter (adjacent) as low, quantile_cont(on_day - before_day, 0.9) filter (adjacent) as high
  from (select *, coalesce(before_step = step - 1 and on_day >= before_day and stood and before_stood, false) as adjacent from spent)
  group by keys, ids, step
)
select p.keys, p.ids, p.step, p.n, p.both, p.own, coalesce(t.seen, 0) as seen, p.lost, p.waiting, t.median, t.low, t.high,
  p.first_on::varchar as first_on, p.last_on::varchar as last_on, c.late, coalesce(c.reached, 0) as reached, p.early
from passed p
left join timed t on t.keys = p.keys and t.ids is not distinct from p.ids and t.step = p.step
left join pace c on c.step = p.step
order by p.keys, p.step
