-- Journey, repeats: a fragment of journey.sql, where the touch rules count repeats once.
--
-- Which    a touch that would count is a repeat where the touch before it (keep the first) or after it (keep the last) of the same
--          person, campaign, channel and kind lies at most $repeat_minutes away; a row of such touches keeps one, however long it is
-- Slots    {neighbour} lag or lead
-- Time     a touch given as a date stands at the begin of that local day
select * exclude (moment, beside) replace (
  case when why_not is null and beside is not null and abs(date_diff('minute', beside, moment)) <= $repeat_minutes::integer then 'repeat' else why_not end as why_not
) from (
  select *, {neighbour}(moment) over (
    partition by d, why_not is null, person, who, lower(trim(campaign)), lower(trim(channel)), lower(trim(kind))
    order by touched_on, touched_at nulls first, src, id
  ) as beside
  from (select *, coalesce(touched_at, touched_on::timestamp) as moment from dated)
)
