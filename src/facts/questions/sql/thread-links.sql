-- Thread, links: a fragment. Where each campaign leads, and the nodes of the thread.
--
-- chain    one row per campaign: a number c of its own (0 stands for "no campaign"), its item, priority, Guidepoint, and how many
--          outcomes the priority serves (1 where none)
-- aim      one row per priority and outcome: nth from 0, by id
-- link     one row per campaign and node above it (the campaign itself included); nth: which outcome of its priority leads there, null
--          where it leads there whole
-- node     one row per node, numbered from 1 in order of level and id; step: link with the node's number
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
link as (
  select c, 'campaign' as level, campaign_id as id, null::bigint as nth, 1 as outcomes from chain
  union all select 0, 'campaign', '', null, 1
  union all select c, 'item', item_id, null, 1 from chain where item_id is not null
  union all select c, 'priority', priority_id, null, 1 from chain where priority_id is not null
  union all select c, 'guidepoint', guidepoint, null, 1 from chain where guidepoint is not null
  union all select c.c, 'outcome', a.outcome_id, a.nth, a.outcomes from chain c join aim a on a.priority_id = c.priority_id
  union all select c.c, 'objective', a.objective_id, a.nth, a.outcomes from chain c join aim a on a.priority_id = c.priority_id
),
node as (
  select row_number() over (order by level, id)::integer as node, level, id from (
    select level, id from link
    union select 'item', item_id from thread_item
    union select 'priority', priority_id from thread_item where priority_id is not null
    union select 'priority', priority_id from thread_outcome
    union select 'outcome', outcome_id from thread_outcome
    union select 'objective', objective_id from thread_outcome
  )
),
step as (select l.c, n.node, l.nth, l.outcomes from link l join node n on n.level = l.level and n.id = l.id)
