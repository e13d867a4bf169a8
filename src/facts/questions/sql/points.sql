-- Points: how many deals a key brought, when each deal is shared equally among its counted touches (linear).
--
-- Grain     one row per key of a cut over touches
-- Slots     {deals} a relation deal as journey.sql wants it (won, or opened, in the period) · {journey} the fragment ·
--           {joins} {where} {keys} {ids} of the cut, over touch t · {outcomes} how many outcomes of a priority share the row
-- n         different deals; points: their shares, which over all keys and the deals without a touch sum to the number of deals
with {deals},
{journey}
select {keys} as keys, {ids} as ids, count(distinct t.d) as n, sum(1.0 / t.touches / {outcomes})::double as points
from counted t
{joins}
where {where}
group by all
order by keys
