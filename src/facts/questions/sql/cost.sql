-- Cost: a fragment. cost(kind, id, src, spent_on, campaign, channel, item_id, priority_id, minor, amount_minor, currency, …):
-- everything that counts as cost by the company's rules, each row once.
--
-- Grain     one row per row of spend, invoice, and day of work on an item
-- kind      spend: imported spend · line: an invoice recorded on a budget line · effort: days of work done at the price of a day
-- Counted   what cost_rule lets count, and only imported spend where $count is 'spend'; before any rule: spend and lines
-- campaign  as the file names it, or the id of the campaign the line or the work item belongs to; null where none is
-- channel   the row's own, else that of its campaign
-- owner     the campaign's id, else its name as found, else the channel; null where none is said
-- effort    of an item with several campaigns is shared among them equally, leftover units to the first by id
-- minor     whole minor units in $currency by the rate of spent_on; null where no rate is known (amount_minor, currency say what it is)
-- As of     nothing dated after $as_of; rows without a day are left out (cost-undated.sql counts them)
rule as (
  select coalesce(max(version), 0) as version, coalesce(bool_or(spend), true) as spend, $count = 'all' and coalesce(bool_or(lines), true) as lines,
    if($count = 'all', max(day_minor), null) as day_minor, max(currency) as currency
  from cost_rule
),
paid as (
  select 'spend' as kind, s.*, null::varchar as item_id, null::varchar as priority_id from spend s, rule r where r.spend and s.amount_minor is not null
  union all by name
  select 'line' as kind, l.line_id as id, l.spent_on, l.campaign_id as campaign, l.priority_id, l.amount_minor, l.currency from line_entry l, rule r where r.lines
  union all by name
  select 'effort' as kind, w.id, w.done_on as spent_on, o.campaign_id as campaign, i.item_id, i.priority_id,
    (round(w.days * r.day_minor)::bigint // coalesce(o.owners, 1) + (coalesce(o.nth, 0) < round(w.days * r.day_minor)::bigint % coalesce(o.owners, 1))::bigint)::bigint as amount_minor, r.currency
  from work_done w
  cross join rule r
  join thread_item i on i.item_id = w.item or lower(i.ref) = lower(trim(w.item))
  left join (
    select item_id, campaign_id, row_number() over (partition by item_id order by campaign_id) - 1 as nth, count(*) over (partition by item_id) as owners
    from thread_campaign where item_id is not null
  ) o on o.item_id = i.item_id
  where r.day_minor is not null and w.days is not null
),
cost as (
  select p.* replace (coalesce(nullif(trim(p.channel), ''), tc.channel) as channel),
    coalesce(ci.campaign_id, cn.campaign_id, 'name ' || lower(nullif(trim(p.campaign), '')), 'channel ' || lower(nullif(trim(p.channel), ''))) as owner,
    in_money(p.amount_minor, p.currency, $currency, fx.above, fx.below) as minor
  from paid p
  left join campaign_name ci on ci.found = lower(trim(p.ad_campaign_id))
  left join campaign_name cn on cn.found = lower(trim(p.campaign))
  left join thread_campaign tc on tc.campaign_id = coalesce(ci.campaign_id, cn.campaign_id)
  left join fx on fx.currency = p.currency and fx.day = p.spent_on
  where p.spent_on <= $as_of::date
)
