-- Funnel steps: those who entered in a period, followed through every step.
--
-- Grain     one row per key of the cut and step (0 is the entry)
-- Slots     {hits} relation (src, id, step, on_day): the first day each unit reached a step · {base} table and letter of the unit ·
--           {joins} {where} {keys} {ids} of the cut over it · {letter} · {lost} whether a unit ended as lost by $as_of
-- Period    reached step 0 on a local day in [$since, $until) and by $as_of
-- n         units that reached the step or a later one: a step that was skipped was passed (the written rule for skips)
-- seen      units of which the day of the step itself is known; lost: ended as lost with this the furthest step they reached
-- median, low, high   days from the step before to this one, median and middle 80 %, over those with both days known
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
  select u.*, h.step, h.on_day, max(h.step) over (partition by u.keys, u.ids, u.src, u.id) as furthest,
    lag(h.step) over (partition by u.keys, u.ids, u.src, u.id order by h.step) as before_step,
    lag(h.on_day) over (partition by u.keys, u.ids, u.src, u.id order by h.step) as before_day
  from unit u join hit h on h.src = u.src and h.id = u.id
),
far as (select keys, ids, src, id, begun, lost, any_value(furthest) as furthest from way group by all),
passed as (
  select f.keys, f.ids, s.step, count(*) as n, count(*) filter (f.lost and f.furthest = s.step) as lost, min(f.begun) as first_on, max(f.begun) as last_on,
    count(*) filter (f.begun < (select p.first_seen from pace p where p.step = s.step)) as early
  from far f join (select unnest(range($steps::bigint)) as step) s on s.step <= f.furthest
  group by all
),
timed as (
  select keys, ids, step, count(on_day) as seen, quantile_cont(on_day - before_day, 0.5) filter (before_step = step - 1 and on_day >= before_day) as median,
    quantile_cont(on_day - before_day, 0.1) filter (before_step = step - 1 and on_day >= before_day) as low,
    quantile_cont(on_day - before_day, 0.9) filter (before_step = step - 1 and on_day >= before_day) as high
  from way group by keys, ids, step
)
select p.keys, p.ids, p.step, p.n, coalesce(t.seen, 0) as seen, p.lost, t.median, t.low, t.high, p.first_on::varchar as first_on, p.last_on::varchar as last_on,
  c.late, coalesce(c.reached, 0) as reached, p.early
from passed p
left join timed t on t.keys = p.keys and t.ids is not distinct from p.ids and t.step = p.step
left join pace c on c.step = p.step
order by p.keys, p.step
