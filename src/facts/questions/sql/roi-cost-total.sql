-- ROI, cost in all: what counts as cost in the period, by kind, with what no sum can hold.
--
-- Grain     one row per kind and currency that no rate converts (null where all is in the sum)
-- Slots     as in roi-cost.sql, without a cut
-- minor     in $currency; apart_minor: whole minor units of `currency`, held apart for want of a rate, apart_n rows
with {window}{cost}
select s.kind, count(s.minor) as n, coalesce(sum(s.minor), 0)::bigint as minor,
  if(s.minor is null, s.currency, null) as currency, s.minor is null as apart,
  (sum(s.amount_minor) filter (s.minor is null))::bigint as apart_minor, count(*) filter (s.minor is null) as apart_n
from cost s
{joins}
where {where} and {within}
group by all
order by all
