-- Forecast leads: every dated lead, and the day it first became a deal.
--
-- Grain     one row per lead created until $last_day
-- opened    first day a deal of it was opened, until $last_day; null: none was
-- channel   folded; empty where none is named;  campaign  id of the campaign its name means, else the name folded; null: none
select
  date_diff('day', date '1970-01-01', l.created_on)::integer as created,
  date_diff('day', date '1970-01-01', min(o.opened_on) filter (o.opened_on <= $last_day::date))::integer as opened,
  coalesce(lower(trim(l.channel)), '') as channel,
  coalesce(any_value(n.campaign_id), lower(trim(l.campaign))) as campaign
from lead l
left join opportunity o on o.src = l.src and o.lead_id = l.id
left join campaign_name n on n.found = lower(trim(l.campaign))
where l.created_on <= $last_day::date
group by l.src, l.id, l.created_on, l.channel, l.campaign
order by created, l.src, l.id
