-- Sources: how far each source speaks, and what its rhythm is.
--
-- Grain     one row per source and kind of rows that are dated by what happened: of spend an ad platform is a source of its own
-- rows, first, last   rows and their first and last local day up to $as_of
-- days      days with a row in the 180 days up to the last one; rhythm: days that nine in ten of the pauses between them are
--           no longer than; null with fewer than eight such days: then nobody can say that it is late
-- silent    days from the last one to $today
-- minor     of spend its mean a day in those 180 days, in $currency: about what a missing day costs; else null
with happened as (
  select src as source, 'touch' as entity, touched_on as day, null::bigint as minor from touch
  union all select src, 'lead', created_on, null from lead
  union all select src, 'opportunity', opened_on, null from opportunity
  union all select src, 'stage_entry', entered_on, null from stage_entry
  union all select src, 'work_done', done_on, null from work_done
  union all select coalesce(s.platform, s.src), 'spend', s.spent_on, in_money(s.amount_minor, s.currency, $currency, fx.above, fx.below)
    from spend s left join fx on fx.currency = s.currency and fx.day = s.spent_on
),
daily as (select source, entity, day, count(*) as n, sum(minor) as minor from happened where day <= $as_of::date group by all),
paced as (select *, day - lag(day) over (partition by source, entity order by day) as gap, max(day) over (partition by source, entity) as last from daily)
select source, entity, sum(n)::bigint as rows, min(day)::varchar as first, max(day)::varchar as last,
  count(*) filter (day > last - 180) as days,
  case when count(*) filter (day > last - 180) >= 8 then (quantile_disc(gap, 0.9) filter (day > last - 180))::integer end as rhythm,
  $today::date - max(day) as silent,
  (sum(minor) filter (day > last - 180) / nullif(count(*) filter (day > last - 180), 0))::bigint as minor
from paced
group by source, entity
order by source, entity
