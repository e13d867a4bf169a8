-- Lag count: how many units a lag summary rests on, and how many it does not know of.
--
-- Grain     one row per key of the cut
-- Slots     as in lag.sql
-- n         units that reached {from}
-- reached   those of them that reached {to}; undated: of these, one of the two days is not known
-- waiting   have not reached {to} by $as_of: not yet, or never; a plain summary of lags ignores them
-- never     those of them that ended otherwise (lost where won was asked, won where lost was): {never} says which
with reached_from as {from}, reached as {to}
select
  {keys} as keys, {ids} as ids, count(*) as n,
  count(reached.id) as reached,
  count(reached.id) filter (reached.reached_on is null or f.reached_on is null) as undated,
  count(*) filter (reached.id is null) as waiting,
  count(*) filter (reached.id is null and {never}) as never
from reached_from f
join {base} on {letter}.src = f.src and {letter}.id = f.id
left join reached on reached.src = f.src and reached.id = f.id
{joins}
where {where} and ($since::date is null or f.reached_on >= $since::date) and ($until::date is null or f.reached_on < $until::date)
group by all
order by keys
