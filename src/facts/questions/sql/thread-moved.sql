-- Thread, moved: the deals opened or won in a period, as numbers; out of the kept journeys.
--
-- Grain   one row per deal d (journeys.deal) opened or won on a local day in [$since, $until) and by $as_of, in their order
-- minor   of a deal won in it, in $currency; NaN where there is none
with deal as (
  select k.d,
    coalesce(k.opened_on <= $as_of::date and ($since::date is null or k.opened_on >= $since::date) and ($until::date is null or k.opened_on < $until::date), false) as opened,
    coalesce(k.status = 'won' and k.closed_on <= $as_of::date and ($since::date is null or k.closed_on >= $since::date) and ($until::date is null or k.closed_on < $until::date), false) as won,
    in_money(k.amount_minor, k.currency, $currency, fx.above, fx.below) as minor
  from journeys.known k
  left join fx on fx.currency = k.currency and fx.day = money_day(k.status, k.closed_on, $as_of::date)
  where opened or won
)
select d, opened::utinyint as opened, won::utinyint as won, coalesce(if(won, minor, null)::double, 'nan'::double) as minor from deal order by d
