-- Thread, down: what each link of the thread did, from objective to campaign.
--
-- Grain     one row per node: level objective, outcome, guidepoint, priority, item or campaign, and its id;
--           campaign with id '' gathers what no campaign owns
-- Slots     {journey} {tracked} the fragments of those names
-- Period    everything dated on a local day in [$since, $until): touches, spend, work done, deals opened, deals won
-- touches   touches whose campaign leads to the node, whether they belong to a deal or not; accounts: different accounts touched
-- opened    deals opened in the period with a counted touch under the node (up to the close, or to $as_of while open)
-- won       deals won in the period with one; first_minor, last_minor, linear_minor, influenced_minor, sourced_minor
--           as in credit.sql, whole minor units in $currency
-- spend_minor   spend of the node's campaigns in $currency; days: person-days of work done under the node, null above nothing
-- Shared    an outcome or objective gets its equal share of what its priority got and cost; counts are whole under each
with deal as (
  select
    row_number() over () as d, o.src, o.id, o.account_id,
    if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_on, null) as closed_on,
    if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_at, null) as closed_at,
    if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_on, $as_of::date) as end_on,
    coalesce(o.opened_on <= $as_of::date and ($since::date is null or o.opened_on >= $since::date) and ($until::date is null or o.opened_on < $until::date), false) as opened,
    coalesce(o.status = 'won' and o.closed_on <= $as_of::date and ($since::date is null or o.closed_on >= $since::date) and ($until::date is null or o.closed_on < $until::date), false) as won,
    case when won then in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) end as minor
  from opportunity o
  left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
  where opened or won
),
{journey},
{tracked},
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
  select row_number() over ()::integer as node, level, id from (
    select level, id from link
    union select 'item', item_id from thread_item
    union select 'priority', priority_id from thread_item where priority_id is not null
    union select 'priority', priority_id from thread_outcome
    union select 'outcome', outcome_id from thread_outcome
    union select 'objective', objective_id from thread_outcome
  )
),
step as (select l.c, n.node, l.nth, l.outcomes from link l join node n on n.level = l.level and n.id = l.id),
node_deal as (
  select s.node, p.d, sum(p.f) as f, sum(p.l) as l, sum(p.e) as e, bool_or(p.started) as started
  from part p join step s on s.c = p.c and (s.nth is null or s.nth = p.nth)
  group by s.node, p.d
),
earned as (
  select n.node, count(*) filter (d.opened) as opened, count(*) filter (d.won) as won,
    sum(n.f) as first_minor, sum(n.l) as last_minor, sum(n.e) as linear_minor, sum(d.minor) as influenced_minor, sum(d.minor) filter (n.started) as sourced_minor
  from node_deal n join deal d on d.d = n.d
  group by n.node
),
hit as (
  select coalesce(cn.c, 0) as c, coalesce(o.account, k.account) as account, sum(t.n) as n
  from (
    select campaign, src, contact_id, account_id, count(*) as n from touch
    where touched_on <= $as_of::date and ($since::date is null or touched_on >= $since::date) and ($until::date is null or touched_on < $until::date)
    group by all
  ) t
  left join spelling cn on cn.campaign = t.campaign
  left join person_of p on p.kind = 'contact' and p.src = t.src and p.id = t.contact_id
  left join (select person, min(account) as account from account_of group by person) o on o.person = p.person
  left join account_key k on k.src = t.src and k.id = t.account_id
  group by all
),
-- A campaign may stand under an objective through several outcomes: its touches count once.
reached as (
  select s.node, sum(h.n)::bigint as touches, count(distinct h.account) as accounts
  from hit h join (select distinct c, node from step) s on s.c = h.c
  group by s.node
),
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
select
  n.level, n.id, coalesce(c.name, i.title) as name, i.ref,
  coalesce(r.touches, 0) as touches, coalesce(r.accounts, 0) as accounts,
  coalesce(e.opened, 0) as opened, coalesce(e.won, 0) as won,
  coalesce(e.first_minor, 0)::bigint as first_minor, coalesce(e.last_minor, 0)::bigint as last_minor, coalesce(e.linear_minor, 0)::bigint as linear_minor,
  coalesce(e.influenced_minor, 0)::bigint as influenced_minor, coalesce(e.sourced_minor, 0)::bigint as sourced_minor,
  coalesce(s.spend_minor, 0)::bigint as spend_minor, w.days
from node n
left join reached r on r.node = n.node
left join earned e on e.node = n.node
left join spent s on s.node = n.node
left join worked w on w.level = n.level and w.id = n.id
left join thread_campaign c on n.level = 'campaign' and c.campaign_id = n.id
left join thread_item i on n.level = 'item' and i.item_id = n.id
order by n.level, n.id
