-- Forecast amounts: what the amount of each deal was from each day on: by the CRM's own history where it is kept, else by the days
-- on which loads said something else of it.
--
-- Grain     one row per dated change of an amount, in order; `was` what it held before, where the file says so, or the load before
-- Unit      whole minor units in $currency, at the rate by which the deal itself is counted; null: emptied, or no rate
-- by_load   true: the day is that on which a load came (in UTC), not one of the deal's own
-- Loads     a load that says nothing of the amount, or the same, is no change; loads taken back say nothing
with told as (
  select r.src, r.id, r.load, r.amount_minor,
    lag(r.amount_minor) over one as was, lag(r.load) over one as before
  from opportunity_row r
  join load_field f on f.load = r.load and f.entity = 'opportunity' and f.field = 'amount_minor'
  where not exists (select 1 from deal_change c where c.src = r.src and c.opportunity_id = r.id and c.field = 'amount')
  window one as (partition by r.src, r.id order by r.load)
),
changes as (
  select src, opportunity_id as id, changed_on as day, moment, try_cast(was as bigint) as was, try_cast(value as bigint) as minor, false as by_load
  from deal_change where field = 'amount'
  union all
  select t.src, t.id, l.loaded_at::date, l.loaded_at::varchar, t.was, t.amount_minor, true
  from told t join load l on l.n = t.load and l.reverted_at is null
  where t.before is not null and t.amount_minor is distinct from t.was
)
select
  c.src || chr(31) || c.id as key,
  date_diff('day', date '1970-01-01', c.day)::integer as day,
  in_money(c.was, o.currency, $currency, fx.above, fx.below) as was,
  in_money(c.minor, o.currency, $currency, fx.above, fx.below) as minor,
  c.by_load
from changes c
join opportunity o on o.src = c.src and o.id = c.id
left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $last_day::date)
where c.day <= $last_day::date
order by key, c.day, c.moment
