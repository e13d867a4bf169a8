-- Pipeline: open deals and their amounts at the end of past days.
--
-- Grain     one row per day of $days (JSON list), in order
-- open      deals opened by that day, or without an opening day first seen in a stage by it, and not closed by it; priced: those of them with an amount in $currency
-- minor     sum of their amounts as they are known now (amounts of the past are not kept), whole minor units in $currency by the rate of the day shown;
--           a lost deal with the amount 0 has none: files write 0 there once it is lost
-- undated   open or closed later, but opened on a day not known: counted from $last_day on, left out before
-- Left out  deals of which nobody knows whether they are open; closed deals whose close has no day
with seen as (select src, opportunity_id, min(entered_on) as on_day from stage_entry group by src, opportunity_id),
deal as (
  select o.* replace (coalesce(o.opened_on, s.on_day) as opened_on), if(o.status = 'lost' and o.amount_minor = 0, null, o.amount_minor) as minor
  from opportunity o left join seen s on s.src = o.src and s.opportunity_id = o.id
),
days as (select unnest(from_json($days::json, '["date"]')) as day),
shown as (
  select d.day, o.id, o.opened_on, in_money(o.minor, o.currency, $currency, fx.above, fx.below) as minor
  from days d
  left join deal o on (o.opened_on <= d.day or o.opened_on is null) and (o.status = 'open' or (o.status in ('won', 'lost') and o.closed_on > d.day))
  left join fx on fx.currency = o.currency and fx.day = d.day
)
select
  o.day,
  count(o.id) filter (o.opened_on <= o.day or o.day >= $last_day::date) as open,
  count(o.minor) filter (o.opened_on <= o.day or o.day >= $last_day::date) as priced,
  coalesce(sum(o.minor) filter (o.opened_on <= o.day or o.day >= $last_day::date), 0)::bigint as minor,
  count(o.id) filter (o.opened_on is null and o.day < $last_day::date) as undated
from shown o
group by o.day
order by o.day
