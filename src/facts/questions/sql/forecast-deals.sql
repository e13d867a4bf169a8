-- Forecast deals: what the record says of each deal, for a forecast and its backtest.
--
-- Grain     one row per deal that began on a known day and, where it is closed, closed on a known one
-- Slots     {joins} {where} of the filter, over opportunity o
-- opened    day it was opened; without one the day it was first seen in a stage, else that of its lead; days since 1970-01-01
-- closed    day it was won or lost, until $last_day; null: still open
-- minor     its amount as it stands now, whole minor units in $currency; null where there is none, no rate converts it, or a lost deal
--           says 0 (files write 0 there once it is lost)
-- segment   its product, empty where none is named;  lead  day its lead was created, null where none is linked
-- Left out  deals without any day, deals of an unknown status, deals opened after $last_day: counted in `left_out` by the caller
with seen as (select src, opportunity_id, min(entered_on) as on_day from stage_entry group by src, opportunity_id)
select
  o.src || chr(31) || o.id as key,
  date_diff('day', date '1970-01-01', coalesce(o.opened_on, seen.on_day, least(l.created_on, o.closed_on)))::integer as opened,
  case when o.status in ('won', 'lost') and o.closed_on <= $last_day::date then date_diff('day', date '1970-01-01', o.closed_on)::integer end as closed,
  coalesce(o.status = 'won' and o.closed_on <= $last_day::date, false) as won,
  case when not (o.status = 'lost' and o.amount_minor = 0) then in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) end as minor,
  coalesce(o.product, '') as segment,
  date_diff('day', date '1970-01-01', l.created_on)::integer as lead
from opportunity o
left join seen on seen.src = o.src and seen.opportunity_id = o.id
left join lead l on l.src = o.src and l.id = o.lead_id
left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $last_day::date)
{joins}
where ({where}) and o.status is not null
  and coalesce(o.opened_on, seen.on_day, least(l.created_on, o.closed_on)) <= $last_day::date
  and (o.status = 'open' or o.closed_on is not null)
order by opened, key
