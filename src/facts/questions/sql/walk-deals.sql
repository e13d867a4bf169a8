-- Walk deals: the deals that a period's credit is about, as numbers.
--
-- Grain     one row per deal d (journeys.deal) that was won or lost on a local day in [$since, $until) and by $as_of, or was open at
--           the end of the period (the day before $until, or $as_of): opened by then and not closed. A deal whose close has no
--           date, or of which nobody said how it stands, is none of them
-- won       1 where it was won in the period          minor   amount in $currency; NaN where there is none
with deal as (
  select o.d, o.status, o.opened_on, o.closed_on, o.amount_minor, o.currency,
    if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date and ($until::date is null or o.closed_on < $until::date), o.closed_on, null) as ended
  from journeys.known o
)
select d.d, (d.ended is not null and d.status = 'won')::utinyint as won,
  coalesce(in_money(d.amount_minor, d.currency, $currency, fx.above, fx.below)::double, 'nan'::double) as minor
from deal d
left join fx on fx.currency = d.currency and fx.day = money_day(if(d.ended is null, 'open', d.status), d.ended, $as_of::date)
where if(d.ended is not null, $since::date is null or d.ended >= $since::date,
  (d.status = 'open' or (d.status in ('won', 'lost') and d.closed_on is not null))
    and d.opened_on <= $as_of::date and ($until::date is null or d.opened_on < $until::date))
order by d.d
