-- Deal, touches: every touch that the deal's people or account had, counted or not.
--
-- Grain     one row per touch, in order of time
-- Slots     {deal} a select of the deal's row, with d, its number · {journey} the fragment of that name, over near · {near} a select that
--           gives every touch of its people, by id or address, and of its account, each once
-- person    number of the person it was found through, contact_id what it goes by; both null where only the account was named
-- found     the campaign as campaign_name folds it; campaign: the file's spelling
-- rule, why_not, place   as in journey.sql; place is null where it does not count
-- load      the load that brought it
with deal as materialized (
  select d, src, id, account_id, load, if(status in ('won', 'lost') and closed_on <= $as_of::date, closed_on, null) as closed_on,
    if(status in ('won', 'lost') and closed_on <= $as_of::date, closed_at, null) as closed_at,
    if(status in ('won', 'lost') and closed_on <= $as_of::date, closed_on, $as_of::date) as end_on
  from ({deal})
),
near as materialized ({near}),
{journey},
placed as (select *, if(why_not is null, row_number() over (partition by why_not is null order by touched_on, touched_at nulls first, src, id), null) as place from journey)
select
  t.src, t.id, t.touched_on, t.touched_at, t.person, t.email, t.who as contact_id, t.channel, t.campaign, lower(trim(t.campaign)) as found, t.kind, t.what, t.offline,
  t.rule, t.why_not, t.place, t.load
from placed t
order by t.touched_on, t.touched_at nulls first, t.src, t.id
