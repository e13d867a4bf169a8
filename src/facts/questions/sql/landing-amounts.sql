-- Landing amounts: what a won deal brought in the two years up to $as_of.
--
-- Grain   one row
-- n, minor, squares   won deals with an amount in $currency, its sum, sum of squares, in minor units
select count(minor) as n, coalesce(sum(minor), 0)::double as minor, coalesce(sum(minor::hugeint * minor::hugeint), 0)::double as squares
from (
  select in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) as minor
  from opportunity o
  {joins}
  left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
  where {where} and o.status = 'won' and o.closed_on <= $as_of::date and o.closed_on > $as_of::date - 730
)
