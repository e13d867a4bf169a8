-- Funnel pace: how long those took who made it, whenever they began: when a cohort is old enough to be judged.
--
-- Grain   one row
-- Slots   as in funnel.sql, without a cut; the period is not looked at
-- late    days within which nine in ten of them made it; reached: how many there are, those that came before {from} left out
with reached_from as {from}, reached as {to}
select quantile_cont(reached.reached_on - f.reached_on, 0.9) as late, count(*) as reached
from reached_from f
join {base} on {letter}.src = f.src and {letter}.id = f.id
join reached on reached.src = f.src and reached.id = f.id
{joins}
where {where} and reached.reached_on >= f.reached_on
