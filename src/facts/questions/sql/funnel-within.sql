-- Funnel within: of those watched for a whole window, how many reached the other milestone in it.
--
-- Grain      one row per key of the cut and window
-- Slots      as in funnel.sql
-- days       length of the window: the conversion came at most so many days after {from}; one that came before {from} counts
-- n          units whose window ends on or before $as_of: those that could be watched to its end
-- converted  those of them that converted in the window; a conversion on a day not known is not in it
-- immature   units whose window ends after $as_of; they stand in neither count
-- As of      nothing later than $as_of
with reached_from as {from}, reached as {to}, win as (select unnest(from_json($within::json, '["integer"]')) as days)
select
  {keys} as keys, {ids} as ids, win.days,
  count(*) filter (f.reached_on + win.days <= $as_of::date) as n,
  count(*) filter (f.reached_on + win.days <= $as_of::date and reached.reached_on - f.reached_on <= win.days) as converted,
  count(*) filter (f.reached_on + win.days > $as_of::date) as immature
from reached_from f
join {base} on {letter}.src = f.src and {letter}.id = f.id
left join reached on reached.src = f.src and reached.id = f.id
{joins}
cross join win
where {where} and f.reached_on is not null and ($since::date is null or f.reached_on >= $since::date) and ($until::date is null or f.reached_on < $until::date)
group by all
order by keys, days
