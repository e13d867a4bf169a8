-- Funnel steps: those who entered in a period, followed through every step.
--
-- Grain     one row per key of the cut and step (0 is the entry)
-- Slots     {hits} relation (src, id, step, on_day, passes): the first day each unit showed a sign of a step; passes false: it
--           only was lost by it · {base} table and letter of the unit ·
--           {joins} {where} {keys} {ids} of the cut over it · {letter} · {lost} whether a unit ended as lost by $as_of
--           {days} {times} {pace} {steps}: columns of each step, as funnel-steps-columns.ts makes them; {distinct} where joins may
--           bring a unit twice under one key
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
wide as (
  select src, id, bit_or(1::bigint << step) as own, coalesce(max(step) filter (passes), 0) as furthest, {days}
  from hit group by src, id having bool_or(step = 0)
),
timed as (select *, {times} from wide),
pace as (select {pace} from timed),
unit as (
  select {distinct} {keys} as keys, {ids} as ids, {lost} as lost, e.*
  from timed e join {base} on {letter}.src = e.src and {letter}.id = e.id
  {joins}
  where {where} and e.d0 is not null and ($since::date is null or e.d0 >= $since::date) and ($until::date is null or e.d0 < $until::date)
),
counted as (select keys, ids, [{steps}] as steps from unit cross join pace group by keys, ids)
select keys, ids, s.* from (select keys, ids, unnest(steps) as s from counted) where s.n > 0
order by keys, ids, s.step
