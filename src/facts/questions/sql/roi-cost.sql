-- ROI, cost: what counts as cost, per key of a cut and kind.
--
-- Grain     one row per key and kind (spend, line, effort)
-- Slots     {cost} the fragment · {window} which days of which campaigns · {within} the condition of it on s · {joins} {where} {keys} {ids} of the
--           cut, over cost s · {nth} {outcomes} which of how many outcomes of a priority this row is for
-- minor     whole minor units in $currency; n: rows; first_on, last_on: their first and last day
--           Outcomes of one priority share a cost equally; leftover units go to the first by id
-- Holds     over all keys the sums are those of roi-cost-total.sql to the cent
with {window}{cost}
select {keys} as keys, {ids} as ids, s.kind, count(*) as n,
  coalesce(sum(sign(s.minor) * (abs(s.minor) // {outcomes} + ({nth} < abs(s.minor) % {outcomes})::bigint)), 0)::bigint as minor,
  min(s.spent_on)::varchar as first_on, max(s.spent_on)::varchar as last_on
from cost s
{joins}
where {where} and s.minor is not null and {within}
group by all
order by keys, kind
