-- Cost rule: what counts as cost here, the prices by the rate of $as_of, and cost that no day places.
--
-- Grain     one row
-- version   0 until somebody settled it
-- day_minor, sales_month_minor   in $currency; null where none is settled, or no rate converts it (the said_ ones are as settled)
-- unpriced_days   person-days done in the period by items of the plan: what effort would cost were it priced
-- undated, undated_minor   imported spend without a day: in no period
select
  coalesce(r.version, 0) as version, coalesce(r.spend, true) as spend, coalesce(r.lines, true) as lines, r.margin, r.term,
  r.currency as said_currency, r.day_minor as said_day_minor, r.sales_month_minor as said_sales_minor,
  in_money(r.day_minor, r.currency, $currency, fx.above, fx.below) as day_minor,
  in_money(r.sales_month_minor, r.currency, $currency, fx.above, fx.below) as sales_month_minor,
  (select coalesce(sum(w.days), 0) from work_done w where w.done_on <= $as_of::date
    and ($since::date is null or w.done_on >= $since::date) and ($until::date is null or w.done_on < $until::date)) as days,
  (select count(*) from spend where spent_on is null and amount_minor is not null) as undated
from (select 1) left join cost_rule r on true
left join fx on fx.currency = r.currency and fx.day = $as_of::date
