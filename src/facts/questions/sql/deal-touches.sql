-- Deal, touches: every touch that the deal's people or account had, counted or not, with where it leads.
--
-- Grain     one row per touch, in order of time
-- Slots     {d} {deals} {people} {of} its number, where deals and people are looked up: in the facts, or in what is kept of them, and
--           under which name the latter stand ·
--           {journey} the fragment of that name, over near · {near} a select that gives every touch of its people, by id or
--           address, and of its account, each once
-- person    name of the person it was found through, else the address or id; null where only the account was named
-- contact_id  the contact that speaks for the person, in person_src (person_kind contact), or an address or visitor; its own where nobody is known
-- campaign_id, campaign_name   the campaign its spelling means; null where nobody knows it. campaign: the file's spelling
-- item_id, item_ref, item_title, priority_id, guidepoint   along the thread; null where it breaks
-- outcomes, objectives   those of the priority, in order of id
-- rule, why_not, place   as in journey.sql; place is null where it does not count
-- arrived_on  local day ($zone) of the load that brought it; late: dated up to the close, but loaded after the close and after the
--           load that told of it
with deal as (
  select {d} as d, src, id, account_id, load, if(status in ('won', 'lost') and closed_on <= $as_of::date, closed_on, null) as closed_on,
    if(status in ('won', 'lost') and closed_on <= $as_of::date, closed_at, null) as closed_at,
    if(status in ('won', 'lost') and closed_on <= $as_of::date, closed_on, $as_of::date) as end_on
  from {deals} where id = $id and src = $src
),
near as materialized ({near}),
{journey},
placed as (select *, if(why_not is null, row_number() over (partition by why_not is null order by touched_on, touched_at nulls first, src, id), null) as place from journey),
linked_outcome as (
  select priority_id, list(outcome_id order by outcome_id) as outcomes, list(distinct objective_id) as objectives from thread_outcome group by priority_id
)
select
  t.src, t.id, t.touched_on, t.touched_at, coalesce({of}.name, t.email, t.who) as person, {of}.title, t.who as contact_id, w.kind as person_kind, w.src as person_src, t.channel, t.campaign, t.kind, t.what, t.offline,
  tc.campaign_id, tc.name as campaign_name, tc.guidepoint, ti.item_id, ti.ref as item_ref, ti.title as item_title, coalesce(ti.priority_id, tc.priority_id) as priority_id,
  lo.outcomes, lo.objectives,
  t.rule, t.why_not, t.place,
  timezone($zone, timezone('UTC', d.loaded_at))::date as arrived_on,
  coalesce(t.why_not is null and deal.closed_on is not null and t.load > deal.load and timezone($zone, timezone('UTC', d.loaded_at))::date > deal.closed_on, false) as late
from placed t
cross join deal
{people}
left join campaign_name cn on cn.found = lower(trim(t.campaign))
left join thread_campaign tc on tc.campaign_id = cn.campaign_id
left join thread_item ti on ti.item_id = tc.item_id
left join linked_outcome lo on lo.priority_id = coalesce(ti.priority_id, tc.priority_id)
left join load d on d.n = t.load
order by t.touched_on, t.touched_at nulls first, t.src, t.id
