-- Won deals: a fragment. deal(d, src, id, account_id, closed_on, closed_at, end_on, minor) of deals won in a period.
--
-- Period   closed on a local day in [$since, $until), and by $as_of; a close on a day not known is out
-- d        a number of its own for each deal, within one statement
-- minor    amount in $currency; null where there is none, or it is in a currency without a rate for the day of the close
deal as (
  select row_number() over () as d, o.src, o.id, o.account_id, o.closed_on, o.closed_at, o.closed_on as end_on,
    in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) as minor, o.amount_minor, o.currency
  from opportunity o
  left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
  where o.status = 'won' and o.closed_on <= $as_of::date
    and ($since::date is null or o.closed_on >= $since::date) and ($until::date is null or o.closed_on < $until::date)
)
