-- Tracked: a fragment. Money of deals by campaign and share of outcome. Stands after deal (with minor: the amount to
-- be shared, null where none) and journey.sql.
--
-- chain    one row per campaign: a number c of its own (0 stands for "no campaign"), its item, priority, Guidepoint, and how many outcomes the priority serves (1 where none)
-- aim      one row per priority and outcome: nth from 0, by id
-- spelling one row per spelling of a campaign in touches that a campaign answers to
-- part     one row per deal, campaign c and nth outcome of its priority. c is 0 where no campaign owns the touch;
--          f, l, e: money under first, last and linear, shared among outcomes as credit-shares.sql does, to the cent;
--          started: the deal's first counted touch is in it; touches: counted touches, the same for each nth
aim as (
  select priority_id, outcome_id, objective_id, row_number() over (partition by priority_id order by outcome_id) - 1 as nth, count(*) over (partition by priority_id) as outcomes
  from thread_outcome
),
chain as (
  select row_number() over (order by tc.campaign_id)::integer as c, tc.campaign_id, tc.item_id, coalesce(ti.priority_id, tc.priority_id) as priority_id, tc.guidepoint, coalesce(a.outcomes, 1) as outcomes
  from thread_campaign tc
  left join thread_item ti on ti.item_id = tc.item_id
  left join (select distinct priority_id, outcomes from aim) a on a.priority_id = coalesce(ti.priority_id, tc.priority_id)
),
spelling as (
  select t.campaign, ch.c, ch.outcomes::integer as outcomes
  from (select distinct campaign from touch where campaign is not null) t
  join campaign_name c on c.found = lower(trim(t.campaign))
  join chain ch on ch.campaign_id = c.campaign_id
),
owned as not materialized (
  select
    c.d, c.place, coalesce(cn.c, 0) as c, coalesce(cn.outcomes, 1) as outcomes,
    if(c.place = 1, d.minor, 0) as f,
    if(c.place = c.touches, d.minor, 0) as l,
    (sign(d.minor) * (abs(d.minor) // c.touches + (c.place <= abs(d.minor) % c.touches)::bigint))::bigint as e
  from counted c
  join deal d on d.d = c.d
  left join spelling cn on cn.campaign = c.campaign
),
part as (
  select
    d, c, k.nth,
    sum(sign(f) * (abs(f) // outcomes + ((k.nth + outcomes - (place - 1) % outcomes) % outcomes < abs(f) % outcomes)::bigint))::bigint as f,
    sum(sign(l) * (abs(l) // outcomes + ((k.nth + outcomes - (place - 1) % outcomes) % outcomes < abs(l) % outcomes)::bigint))::bigint as l,
    sum(sign(e) * (abs(e) // outcomes + ((k.nth + outcomes - (place - 1) % outcomes) % outcomes < abs(e) % outcomes)::bigint))::bigint as e,
    bool_or(place = 1) as started,
    count(*) as touches
  from owned join (select unnest(range((select coalesce(max(outcomes), 1) from chain)::bigint)) as nth) k on k.nth < owned.outcomes
  group by d, c, k.nth
)
