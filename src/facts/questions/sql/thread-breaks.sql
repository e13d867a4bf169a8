-- Thread, breaks: work, campaigns and aims that hang on nothing.
--
-- Grain   one row per thing: kind
--   orphan     a work item without a priority, not foundational          id = item
--   unlinked   a campaign without a work item, not foundational          id = campaign
--   aimless    a priority that serves no outcome                         id = priority
--   starved    an outcome none of whose priorities has a work item or campaign   id = outcome
with priority as (
  select priority_id from thread_item where priority_id is not null
  union select priority_id from thread_campaign where priority_id is not null
),
worked as (
  select a.outcome_id from thread_outcome a join priority p on p.priority_id = a.priority_id
)
select 'orphan' as kind, item_id as id, coalesce(nullif(concat_ws(' ', ref, title), ''), item_id) as name from thread_item where priority_id is null and not coalesce(foundational, false)
union all select 'unlinked', campaign_id, coalesce(name, campaign_id) from thread_campaign where item_id is null and not coalesce(foundational, false)
union all select 'aimless', priority_id, priority_id from priority where priority_id not in (select priority_id from thread_outcome)
union all select distinct 'starved', outcome_id, outcome_id from thread_outcome where outcome_id not in (select outcome_id from worked)
order by all
