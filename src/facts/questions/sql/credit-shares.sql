-- Credit shares: a fragment. share: each counted touch of each deal with its money under three models, per key of a cut.
-- Stands after won-deals.sql and journey.sql.
--
-- Grain    one row per deal, touch and key; a touch has one key, but where outcomes are in the cut one per outcome
-- Slots    {joins} {keys} {ids} of the cut, over touch t · {where} its filters · {nth} {outcomes} which of how many outcomes this row is for
-- first_minor, last_minor, linear_minor   whole minor units in $currency; null where the deal has no amount.
--          Leftover units of linear go to the earliest touches. Outcomes of one priority share a touch's money
--          equally; leftover units go to the first outcomes by id, moved on by one with each place so that none gains
--          by its id. A credit note is shared as a sale is.
-- Holds    over all touches of a deal each model sums to the deal's minor exactly
touched as (
  select
    d.src, d.id, d.minor as whole, c.place, c.touch_src, c.touch_id,
    if(c.place = 1, d.minor, 0) as f,
    if(c.place = c.touches, d.minor, 0) as l,
    (sign(d.minor) * (abs(d.minor) // c.touches + (c.place <= abs(d.minor) % c.touches)::bigint))::bigint as e
  from counted c join deal d on d.src = c.src and d.id = c.id
),
keyed as (
  select x.*, {keys} as keys, {ids} as ids, ({nth} + {outcomes} - (x.place - 1) % {outcomes}) % {outcomes} as nth, {outcomes} as outcomes
  from touched x join touch t on t.src = x.touch_src and t.id = x.touch_id
  {joins}
  where {where}
),
share as (
  select
    src, id, whole, place, touch_src, touch_id, keys, ids,
    (sign(f) * (abs(f) // outcomes + (nth < abs(f) % outcomes)::bigint))::bigint as first_minor,
    (sign(l) * (abs(l) // outcomes + (nth < abs(l) % outcomes)::bigint))::bigint as last_minor,
    (sign(e) * (abs(e) // outcomes + (nth < abs(e) % outcomes)::bigint))::bigint as linear_minor
  from keyed
)
