-- Credit: won money per key of a cut over touches, under three models.
--
-- Model      first: all to the first counted touch · last: to the last · linear: the same to each
-- Grain      one row per key
--            and one row with keys null over all shares whose key says nothing ({broken}: blank, unknown, no link)
-- Slots      {won_deals} {journey} {credit_shares} the fragments of those names; {broken} a condition on keys and ids ·
--            {touches} how touches of one deal are counted
-- n          deals with at least one counted touch under the key; priced: those of them with an amount in $currency
-- first_minor, last_minor, linear_minor   whole minor units in $currency
-- influenced_minor   whole amount of every deal counted in n; a deal under several keys is in each
-- sourced_minor      whole amount of deals whose first counted touch is under the key
-- Holds      with dark deals (credit-dark.sql) each model sums to closed revenue exactly, credit notes too
-- Says not   that a key caused the revenue
with {won_deals},
{journey},
{credit_shares},
-- A touch that stands under one key through several outcomes (an objective) is one touch.
per_deal as (
  select keys, ids, d, any_value(whole) as whole, sum(f) as f, sum(l) as l, sum(e) as e, {touches} as touches, bool_or(place = 1) as started
  from share group by keys, ids, d
),
broken_deal as (select d, any_value(whole) as whole, sum(f) as f, sum(l) as l, sum(e) as e, sum(touches) as touches, bool_or(started) as started from per_deal where {broken} group by d),
line as (
  select keys, ids, whole, f, l, e, touches, started from per_deal
  union all select null, null, whole, f, l, e, touches, started from broken_deal
)
select
  keys, ids, count(*) as n, count(whole) as priced, sum(touches)::bigint as touches,
  coalesce(sum(f), 0)::bigint as first_minor, coalesce(sum(l), 0)::bigint as last_minor, coalesce(sum(e), 0)::bigint as linear_minor,
  coalesce(sum(whole), 0)::bigint as influenced_minor, coalesce(sum(whole) filter (started), 0)::bigint as sourced_minor
from line
group by keys, ids
order by linear_minor desc, keys
