-- Funnel truncation: how many conversions a file that starts late has probably not seen.
--
-- Grain     one row
-- Slots     as in funnel.sql, without a cut
-- first_to  first day on which anybody was seen to reach {to}
-- early     units that reached {from} before it
-- late      units that reached {from} on or after it; their lags are the measure
-- expected  conversions that the early ones would have shown before first_to, had they converted as the late ones did:
--           the sum over early units of the share of late units whose lag is shorter than the days from {from} to first_to.
--           Null where there is no late unit. Near 0: no conversion was to be expected yet, and nothing is missing
-- As of     nothing later than $as_of
with reached_from as {from}, reached as {to},
unit as (
  select f.reached_on as from_on, reached.reached_on - f.reached_on as lag
  from reached_from f
  join {base} on {letter}.src = f.src and {letter}.id = f.id
  left join reached on reached.src = f.src and reached.id = f.id
  {joins}
  where {where} and f.reached_on is not null and ($since::date is null or f.reached_on >= $since::date) and ($until::date is null or f.reached_on < $until::date)
),
start as (select min(reached_on) as first_to from reached),
early as (select from_on, count(*) as n from unit, start where from_on < first_to group by from_on),
late as (select lag, count(*) as n from unit, start where from_on >= first_to group by lag)
select
  (select first_to from start) as first_to,
  (select coalesce(sum(n), 0) from early) as early,
  (select coalesce(sum(n), 0) from late) as late,
  (select coalesce((select sum(e.n * l.n) from early e, late l, start where l.lag < first_to - e.from_on), 0) / sum(n) from late) as expected
