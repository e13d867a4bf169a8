-- Lag curve count: what the spells of a key rest on, what is not in them, and at what pace there are more.
--
-- Grain      one row per key of the cut
-- Slots      as in lag-curve.sql
-- n          units that reached {from}
-- came, ended   of them those that reached {to}, and those that ended otherwise
-- undated    a day is not known, of {from} or of the end
-- negative   reached {to}, or ended, before {from}
-- first_on, last_on   first and last day on which {from} was reached
-- recent, recent_came   began, and came, in the 182 days up to $as_of: the pace
-- some       ids of the first hundred, in order of day
with reached_from as {from}, reached as {to},
unit as (
  select
    {keys} as keys, {ids} as ids, f.id as id, f.reached_on as from_on, reached.id is not null as came, reached.id is null and {never} as other,
    case when reached.id is not null then reached.reached_on when {never} then {ended} else $as_of::date end as end_on
  from reached_from f
  join {base} on {letter}.src = f.src and {letter}.id = f.id
  left join reached on reached.src = f.src and reached.id = f.id
  {joins}
  where {where} and ($since::date is null or f.reached_on >= $since::date) and ($until::date is null or f.reached_on < $until::date)
)
select
  keys, ids, count(*) as n,
  count(*) filter (came) as came, count(*) filter (other) as ended,
  count(*) filter (from_on is null or end_on is null) as undated,
  count(*) filter (end_on < from_on) as negative,
  min(from_on) as first_on, max(from_on) as last_on,
  count(*) filter (from_on > $as_of::date - 182) as recent,
  count(*) filter (came and end_on > $as_of::date - 182) as recent_came,
  (array_agg(id order by from_on, id))[1:100] as some
from unit
group by all
order by keys
