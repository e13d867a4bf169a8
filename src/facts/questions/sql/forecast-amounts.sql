-- Forecast amounts: what the amount of each deal was from each day on, where the CRM keeps its history.
--
-- Grain     one row per dated change of an amount, in order; `was` what it held before, where the file says so
-- Unit      whole minor units in $currency, at the rate by which the deal itself is counted; null: emptied, or no rate
select
  c.src || chr(31) || c.opportunity_id as key,
  date_diff('day', date '1970-01-01', c.changed_on)::integer as day,
  in_money(try_cast(c.was as bigint), o.currency, $currency, fx.above, fx.below) as was,
  in_money(try_cast(c.value as bigint), o.currency, $currency, fx.above, fx.below) as minor
from deal_change c
join opportunity o on o.src = c.src and o.id = c.opportunity_id
left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $last_day::date)
where c.field = 'amount' and c.changed_on <= $last_day::date
order by key, c.changed_on, c.moment
