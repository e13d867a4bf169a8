-- Thread, names: what campaigns and work items are called.
--
-- Grain  one row per campaign and work item
select 'campaign' as level, campaign_id as id, coalesce(name, campaign_id) as name, null as ref from thread_campaign
union all select 'item', item_id, coalesce(title, item_id), ref from thread_item
order by all
