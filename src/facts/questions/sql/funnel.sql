-- Funnel: of those that reached one milestone, how many reached the other.
--
-- Grain      one row per key of the cut
-- Slots      {base} table and letter of what is followed (lead l, opportunity o) · {from} {to} relations
--            (src, id, reached_on, opportunity_id) of those that reached the milestones · {joins} {where} {keys} {ids} of the cut
-- Period     reached {from} on a local day in [$since, $until); where either is given, an unknown day is out
-- n          units that reached {from}; converted: those of them that reached {to}, whatever the order of the days
-- undated    reached {from} on a day not known; undated_to: the day of {from} is known, that of {to} is not
-- first_on, last_on   first and last day on which {from} was reached
-- early      units that reached {from} before anybody in the whole file was seen to reach {to} (first_to): left-truncated
-- negative   converted before {from}
-- As of      nothing later than $as_of
with reached_from as {from}, reached as {to}
select
  {keys} as keys, {ids} as ids,
  count(*) as n,
  count(reached.id) as converted,
  count(*) filter (f.reached_on is null) as undated,
  count(reached.id) filter (reached.reached_on is null and f.reached_on is not null) as undated_to,
  count(*) filter (reached.reached_on < f.reached_on) as negative,
  min(f.reached_on) as first_on,
  max(f.reached_on) as last_on,
  count(*) filter (f.reached_on < (select min(reached_on) from reached)) as early,
  (select min(reached_on) from reached) as first_to
from reached_from f
join {base} on {letter}.src = f.src and {letter}.id = f.id
left join reached on reached.src = f.src and reached.id = f.id
{joins}
where {where} and ($since::date is null or f.reached_on >= $since::date) and ($until::date is null or f.reached_on < $until::date)
group by all
order by keys
