-- Won deals: a fragment. deal(d, src, id, account_id, closed_on, closed_at, end_on, minor) of deals won in a period.
--
-- Period   closed on a local day in [$since, $until), and by $as_of; a close on a day not known is out
-- d        a number of its own for each deal, within one statement
-- minor    amount in $currency; null where there is none or it is in another currency
deal as (
  select row_number() over () as d, o.src, o.id, o.account_id, o.closed_on, o.closed_at, o.closed_on as end_on,
    case when o.currency is not distinct from $currency then o.amount_minor end as minor, o.amount_minor, o.currency
  from opportunity o
  where o.status = 'won' and o.closed_on <= $as_of::date
    and ($since::date is null or o.closed_on >= $since::date) and ($until::date is null or o.closed_on < $until::date)
)
