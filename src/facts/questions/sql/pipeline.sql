-- Pipeline: open deals and their amounts at the end of past days.
--
-- Grain     one row per day of $days (JSON list), in order
-- open      deals opened by that day, or without an opening day first seen in a stage by it, and not closed by it; priced: those of them with an amount in $currency
-- minor     sum of their amounts as they are known now (amounts of the past are not kept), whole minor units in $currency
--           a lost deal with the amount 0 has none: files write 0 there once it is lost
-- undated   open or closed later, but opened on a day not known: counted from $last_day on, left out before
-- Left out  deals of which nobody knows whether they are open; closed deals whose close has no day
with seen as (select src, opportunity_id, min(entered_on) as on_day from stage_entry group by src, opportunity_id),
deal as (
  select o.* replace (coalesce(o.opened_on, s.on_day) as opened_on), case when currency is not distinct from $currency and not (status = 'lost' and amount_minor = 0) then amount_minor end as minor
  from opportunity o left join seen s on s.src = o.src and s.opportunity_id = o.id
),
days as (select unnest(from_json($days::json, '["date"]')) as day)
select
  d.day,
  count(o.id) filter (o.opened_on <= d.day or d.day >= $last_day::date) as open,
  count(o.minor) filter (o.opened_on <= d.day or d.day >= $last_day::date) as priced,
  coalesce(sum(o.minor) filter (o.opened_on <= d.day or d.day >= $last_day::date), 0)::bigint as minor,
  count(o.id) filter (o.opened_on is null and d.day < $last_day::date) as undated
from days d
left join deal o on (o.opened_on <= d.day or o.opened_on is null) and (o.status = 'open' or (o.status in ('won', 'lost') and o.closed_on > d.day))
group by d.day
order by d.day
