-- Lag: days from one milestone to the other, as counts of each length.
--
-- Grain      one row per key of the cut and number of days
-- Slots      as in funnel.sql; {joins} may reach the deal that made the conversion
-- days       local day of {to} minus local day of {from}; negative where {to} came first, and kept
-- n          units with that lag; those that have not reached {to}, or on a day not known, are in lag-count.sql
-- As of      nothing later than $as_of
with reached_from as {from}, reached as {to}
select {keys} as keys, {ids} as ids, reached.reached_on - f.reached_on as days, count(*) as n
from reached_from f
join {base} on {letter}.src = f.src and {letter}.id = f.id
join reached on reached.src = f.src and reached.id = f.id
{joins}
where {where} and reached.reached_on is not null and f.reached_on is not null
  and ($since::date is null or f.reached_on >= $since::date) and ($until::date is null or f.reached_on < $until::date)
group by all
order by keys, days
