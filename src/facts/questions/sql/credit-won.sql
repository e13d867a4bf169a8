-- Credit, won: what the credit of a period needs to know of each deal won in it, as numbers; out of the kept journeys.
--
-- Grain       one row per won deal d (journeys.deal), in their order; the period is that of won-deals.sql
-- minor       in $currency; NaN where there is none      unpriced    1 where no amount is stated at all
-- by_account  1 where it names no people, so that its account's touches are taken
-- source      0 the lead's source is not sales' own · 1 it is · 2 it names no lead, or its lead no source
-- closed, opened   days since 1970-01-01; opened 2147483647 where it has none
-- said        place of what it says brought it in credit-said.sql; -1 where it says nothing
-- Slots       {sales_source} over k.lead_channel · {said} credit-said.sql
with words as (select said, (row_number() over (order by said) - 1)::integer as place from ({said}))
select k.d, coalesce(in_money(k.amount_minor, k.currency, $currency, fx.above, fx.below)::double, 'nan'::double) as minor,
  (k.amount_minor is null)::utinyint as unpriced, (k.rule = 'account')::utinyint as by_account,
  (case when k.lead_channel is null then 2 when {sales_source} then 1 else 0 end)::utinyint as source,
  (k.closed_on - date '1970-01-01')::integer as closed, coalesce(k.opened_on - date '1970-01-01', 2147483647)::integer as opened,
  coalesce(y.place, -1)::integer as said
from journeys.known k
left join fx on fx.currency = k.currency and fx.day = money_day(k.status, k.closed_on, $as_of::date)
left join words y on y.said = coalesce(k.self_reported, k.lead_self_reported)
where k.status = 'won' and k.closed_on <= $as_of::date
  and ($since::date is null or k.closed_on >= $since::date) and ($until::date is null or k.closed_on < $until::date)
order by k.d
