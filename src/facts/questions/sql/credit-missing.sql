-- Credit, missing: deals of the period with at least one counted touch whose key is nothing: blank, unknown or no link.
--
-- Grain        one row
-- Slots        {won_deals} {journey} {credit_shares}; {broken} SQL condition on keys and ids of a share
-- n            priced deals; minor: their linear money under such keys
-- touches      counted touches of the period's deals under such keys
with {won_deals},
{journey},
{credit_shares}
select count(distinct (src, id)) filter (whole is not null) as n, coalesce(sum(linear_minor), 0)::bigint as minor, count(distinct (touch_src, touch_id)) as touches
from share where {broken}
