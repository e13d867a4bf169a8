-- Thread, down: what each link of the thread did, from objective to campaign.
--
-- Grain     one row per node: level objective, outcome, guidepoint, priority, item or campaign, and its id;
--           campaign with id '' gathers what no campaign owns
-- Slots     {journey} {links} {tracked} {cost} the fragments of those names
-- Kept      journey/thread-walks.ts counts the same from kept journeys
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
{links},
{tracked},
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
{cost}
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
