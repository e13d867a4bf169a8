-- Negative lag: units that reached the later milestone before the earlier one.
--
-- Grain   one row per unit, worst first, the first hundred
-- Slots   as in funnel.sql, without a cut
-- id      the lead's or deal's id; days: negative, in local days
with reached_from as {from}, reached as {to}
select f.id, reached.reached_on - f.reached_on as days
from reached_from f
join {base} on {letter}.src = f.src and {letter}.id = f.id
join reached on reached.src = f.src and reached.id = f.id
{joins}
where {where} and reached.reached_on < f.reached_on and ($since::date is null or f.reached_on >= $since::date) and ($until::date is null or f.reached_on < $until::date)
order by days, f.id
limit 100
