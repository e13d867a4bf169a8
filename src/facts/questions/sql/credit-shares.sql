-- Credit shares: a fragment. share: each counted touch of each deal with its money under three models, per key of a cut.
-- Stands after won-deals.sql and journey.sql.
--
-- Grain    one row per deal d, touch and key; a touch has one key, but where outcomes are in the cut one per outcome
-- Slots    {joins} {keys} {ids} of the cut, over touch t · {where} its filters · {nth} {outcomes} which of how many outcomes this row is for
-- f, l, e  whole minor units under first, last and linear, in $currency; null where the deal has no amount.
--          Leftover units of linear go to the earliest touches. Outcomes of one priority share a touch's money
--          equally; leftover units go to the first outcomes by id, moved on by one with each place so that none gains
--          by its id. A credit note is shared as a sale is.
-- Holds    over all touches of a deal each model sums to the deal's minor exactly
keyed as not materialized (
  select
    t.d, t.place, d.minor as whole, {keys} as keys, {ids} as ids,
    if(t.place = 1, d.minor, 0) as first_minor,
    if(t.place = t.touches, d.minor, 0) as last_minor,
    (sign(d.minor) * (abs(d.minor) // t.touches + (t.place <= abs(d.minor) % t.touches)::bigint))::bigint as linear_minor,
    ({nth} + {outcomes} - (t.place - 1) % {outcomes}) % {outcomes} as nth, {outcomes} as outcomes
  from counted t join deal d on d.d = t.d
  {joins}
  where {where}
),
share as not materialized (
  select
    d, whole, place, keys, ids,
    (sign(first_minor) * (abs(first_minor) // outcomes + (nth < abs(first_minor) % outcomes)::bigint))::bigint as f,
    (sign(last_minor) * (abs(last_minor) // outcomes + (nth < abs(last_minor) % outcomes)::bigint))::bigint as l,
    (sign(linear_minor) * (abs(linear_minor) // outcomes + (nth < abs(linear_minor) % outcomes)::bigint))::bigint as e
  from keyed
)
