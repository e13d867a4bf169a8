-- Lag curve: spells from one milestone to the other, counted: how long each unit was watched and what ended the watching.
--
-- Grain      one row per key of the cut, entry, day and event
-- Slots      as in lag.sql
-- day        whole local days from {from} to what ended the watching: difference of the two local dates, 0 or more
-- event      1 reached {to} · 2 ended otherwise, so never will (lost where won was asked; {never} says which) · 0 neither by $as_of
-- entry      -1: watched from the start. Else the last day on which nothing could have been seen: where the files begin to record
--            {to} only on a later day ($late true), a unit that began before is watched from that day on, and one that ended
--            before it is not here
-- n          units; those with an unknown day, and those that reached {to} before {from}, are in lag-curve-count.sql only
-- As of      nothing later than $as_of
with reached_from as {from}, reached as {to},
start as (select min(reached_on) as first_to from reached),
unit as (
  select
    {keys} as keys, {ids} as ids, f.reached_on as from_on,
    case when reached.id is not null then 1 when {never} then 2 else 0 end as event,
    case when reached.id is not null then reached.reached_on when {never} then {ended} else $as_of::date end as end_on
  from reached_from f
  join {base} on {letter}.src = f.src and {letter}.id = f.id
  left join reached on reached.src = f.src and reached.id = f.id
  {joins}
  where {where} and ($since::date is null or f.reached_on >= $since::date) and ($until::date is null or f.reached_on < $until::date)
)
select
  keys, ids, event, (end_on - from_on)::integer as day,
  case when $late::boolean and from_on < first_to then (first_to - from_on - 1)::integer else -1 end as entry,
  count(*) as n
from unit, start
where from_on is not null and end_on is not null and end_on >= from_on
group by all
having entry < day
order by keys, ids, entry, day, event
