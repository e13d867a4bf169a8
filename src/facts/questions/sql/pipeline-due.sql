-- Pipeline due: open deals by when they are expected to close, seen from a period.
--
-- Grain     one row per state
-- state     in: expected in [$since, $until) · before: expected before it and still open · after: expected later · unknown: nobody said when
-- n         deals open at the end of $as_of; minor: their amounts in $currency, priced: how many have one; ids: the hundred largest
with deal as (
  select o.id, in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) as minor,
    case when o.expected_on is null then 'unknown' when o.expected_on < $since::date then 'before' when o.expected_on >= $until::date then 'after' else 'in' end as state
  from opportunity o
  left join fx on fx.currency = o.currency and fx.day = $as_of::date
  {joins}
  where {where} and (o.opened_on is null or o.opened_on <= $as_of::date)
    and (o.status = 'open' or (o.status in ('won', 'lost') and o.closed_on > $as_of::date))
)
select state, count(*) as n, count(minor) as priced, sum(minor)::bigint as minor, (list(id order by minor desc nulls last, id))[:100] as ids
from deal group by state order by state
