-- Thread, cost: a fragment. What each node of the thread cost. Stands after thread-links.sql.
--
-- spent    one row per node with spend: spend_minor in $currency
-- worked   one row per level and id with work done: days, person-days
-- Period   spend and work dated on a local day in [$since, $until) and by $as_of
bill as (
  select coalesce(ch.c, 0) as c, sum(in_money(s.amount_minor, s.currency, $currency, fx.above, fx.below)) as minor
  from spend_named s left join chain ch on ch.campaign_id = s.means
    left join fx on fx.currency = s.currency and fx.day = s.spent_on
  where in_money(s.amount_minor, s.currency, $currency, fx.above, fx.below) is not null
    and s.spent_on <= $as_of::date and ($since::date is null or s.spent_on >= $since::date) and ($until::date is null or s.spent_on < $until::date)
  group by coalesce(ch.c, 0)
),
spent as (
  select s.node, sum(sign(b.minor) * (abs(b.minor) // s.outcomes + (coalesce(s.nth, 0) < abs(b.minor) % s.outcomes)::bigint)) as spend_minor
  from bill b join step s on s.c = b.c group by s.node
),
effort as (
  select i.item_id, i.priority_id, sum(w.days) as days
  from work_done w join thread_item i on i.item_id = w.item or lower(i.ref) = lower(trim(w.item))
  where w.done_on <= $as_of::date and ($since::date is null or w.done_on >= $since::date) and ($until::date is null or w.done_on < $until::date)
  group by i.item_id, i.priority_id
),
worked as (
  select 'item' as level, item_id as id, days from effort
  union all select 'priority', priority_id, sum(days) from effort where priority_id is not null group by priority_id
  union all select 'outcome', a.outcome_id, sum(e.days / a.outcomes) from effort e join aim a on a.priority_id = e.priority_id group by a.outcome_id
  union all select 'objective', a.objective_id, sum(e.days / a.outcomes) from effort e join aim a on a.priority_id = e.priority_id group by a.objective_id
)
