-- Health: gaps along the thread, each with how many rows, of how many, and the money that hangs on them.
--
-- Grain     one row per kind of gap that exists (n > 0); kinds are named by `code`
-- n, whole  rows with the gap, and rows looked at
-- minor     money at stake in $currency, whole minor units: the gap's own amounts where it has some (spend, deals); of touches
--           their even share, among the touches of the linked people, of won and open deals; of values on which loads disagree,
--           how far their amounts lie apart; null: nobody can say
-- about     true where the amount is not the rows' own: shares, and deals without an amount counted at the median of those with one
-- direct    touches of the channel Direct belong to no campaign and are no gap
-- entity, ids   which rows, the first thousand; null where the gap is not of rows
-- Period    everything dated up to $as_of or not dated at all
-- Money     converted by the recorded rate of the row's day (in_money in schema.sql); what cannot be is left out
with deal as (
  select o.*, in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) as minor
  from opportunity o left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
  where o.opened_on is null or o.opened_on <= $as_of::date
),
live as (select * from deal where status is distinct from 'lost'),
typical as (select median(minor) as minor from deal where minor > 0),
seen as (
  select t.src, t.id, t.contact_id, t.account_id, t.email, t.visitor, t.touched_on, nullif(trim(t.campaign), '') as said, cn.campaign_id as means,
    coalesce(lower(trim(t.channel)) = 'direct', false) as direct
  from touch t left join campaign_name cn on cn.found = lower(trim(t.campaign))
  where t.touched_on is null or t.touched_on <= $as_of::date
),
lost_touch as (
  select 'touch-no-campaign' as code, * from seen where said is null and not direct
  union all select 'touch-unmatched', * from seen where said is not null and means is null
  union all select 'touch-no-person', * from seen where contact_id is null and account_id is null and email is null and visitor is null
  union all select 'touch-no-date', * from seen where touched_on is null
),
-- Of each deal, the touches of its linked people, and those of them with a gap: the gap's even share of its amount.
shared as (
  select d.minor, count(*) as n,
    count(*) filter (s.said is null and not s.direct) as no_campaign, count(*) filter (s.said is not null and s.means is null) as unmatched, count(*) filter (s.touched_on is null) as undated
  from seen s join opportunity_contact oc on oc.src = s.src and oc.contact_id = s.contact_id join live d on d.src = oc.src and d.id = oc.opportunity_id
  where d.minor is not null group by d.src, d.id, d.minor
),
reached as (
  select unnest(['touch-no-campaign', 'touch-unmatched', 'touch-no-date']) as code,
    unnest([sum(minor * no_campaign / n), sum(minor * unmatched / n), sum(minor * undated / n)])::bigint as minor from shared
),
paid as (
  select s.src, s.id, s.spent_on, nullif(trim(s.campaign), '') as said, s.means, s.platform, in_money(s.amount_minor, s.currency, $currency, fx.above, fx.below) as minor
  from spend_named s left join fx on fx.currency = s.currency and fx.day = s.spent_on
  where s.spent_on is null or s.spent_on <= $as_of::date
),
campaign as (
  select c.campaign_id, (select count(*) from seen where means = c.campaign_id) as touches, (select sum(minor) from paid where means = c.campaign_id) as minor,
    exists (from paid where means = c.campaign_id) as paid
  from thread_campaign c
),
begins as (select min(touched_on) as first from seen),
early as (select d.* from deal d, begins b, company c where d.status = 'won' and b.first is not null and d.closed_on < b.first + c.look_back_days),
-- Values on which loads disagree, and of amounts how far the last two that differ lie apart.
disagreed as (
  select k.entity, k.src, k.id, k.field,
    arg_max(case when k.field = 'amount_minor' then abs(in_money(try_cast(k.is_now as bigint), d.currency, $currency, fx.above, fx.below) - in_money(try_cast(k.was as bigint), d.currency, $currency, fx.above, fx.below)) end, k.load) as apart
  from conflict k join load l on l.n = k.load
  left join (
    select 'opportunity' as entity, src, id, currency, money_day(status, closed_on, $as_of::date) as day from opportunity union all select 'spend', src, id, currency, spent_on from spend
  ) d on k.field = 'amount_minor' and d.entity = k.entity and d.src = k.src and d.id = k.id
  left join fx on fx.currency = d.currency and fx.day = d.day
  where l.reverted_at is null group by k.entity, k.src, k.id, k.field
),
gap as (
  select 'deal-no-amount-open' as code, count(*) filter (amount_minor is null) as n, count(*) as whole, (count(*) filter (amount_minor is null) * (select minor from typical))::bigint as minor, true as about,
    'opportunity' as entity, list(id order by id) filter (amount_minor is null) as ids from deal where status = 'open'
  union all
  select 'deal-no-amount-won', count(*) filter (amount_minor is null), count(*), (count(*) filter (amount_minor is null) * (select minor from typical))::bigint, true,
    'opportunity', list(id order by id) filter (amount_minor is null) from deal where status = 'won'
  union all
  select 'deal-no-stage-date', count(*) filter (e.id is null), count(*), (sum(d.minor) filter (e.id is null))::bigint, false, 'opportunity', list(d.id order by d.id) filter (e.id is null)
    from live d left join (select distinct src, opportunity_id as id from stage_entry where inferred is not true) e on e.src = d.src and e.id = d.id
  union all
  select 'deal-no-owner', count(*) filter (owner is null), count(*), (sum(minor) filter (owner is null))::bigint, false, 'opportunity', list(id order by id) filter (owner is null) from deal where status = 'open'
  union all
  select 'deal-no-people', count(*) filter (c.id is null), count(*), (sum(d.minor) filter (c.id is null))::bigint, false, 'opportunity', list(d.id order by d.id) filter (c.id is null)
    from live d left join (select distinct src, opportunity_id as id from opportunity_contact) c on c.src = d.src and c.id = d.id
  union all
  select 'deal-no-account', count(*) filter (account_id is null), count(*), (sum(minor) filter (account_id is null))::bigint, false, 'opportunity', list(id order by id) filter (account_id is null) from live
  union all
  select l.code, count(*), (select count(*) from seen), any_value(r.minor), true, 'touch', list(l.id order by l.id) from lost_touch l left join reached r on r.code = l.code group by l.code
  union all
  select 'spend-no-campaign', count(*) filter (said is null and means is null), count(*), (sum(minor) filter (said is null and means is null))::bigint, false, 'spend', list(id order by id) filter (said is null and means is null) from paid
  union all
  select 'spend-unmatched', count(*) filter (said is not null and means is null), count(*), (sum(minor) filter (said is not null and means is null))::bigint, false, 'spend', list(id order by id) filter (said is not null and means is null) from paid
  union all
  select 'campaign-silent', count(*) filter (touches = 0 and not paid), count(*), null, false, null, list(campaign_id order by campaign_id) filter (touches = 0 and not paid) from campaign
  union all
  select 'campaign-no-touch', count(*) filter (touches = 0 and paid), count(*), (sum(minor) filter (touches = 0 and paid))::bigint, false, null, list(campaign_id order by campaign_id) filter (touches = 0 and paid) from campaign
  union all
  select 'history-short', count(*), (select count(*) from deal where status = 'won'), sum(minor)::bigint, false, 'opportunity', list(id order by id) from early
  union all
  select 'conflict', count(*), null, sum(apart)::bigint, false, null, null from disagreed
  union all
  select 'held', count(*), (select sum(row_count)::bigint from load where reverted_at is null), null, false, null, list(distinct load::varchar order by load::varchar) from held h join load l on l.n = h.load where l.reverted_at is null and h.mended_by_load is null
)
select g.code, g.n, g.whole, g.minor, g.about, g.entity, g.ids[1:1000] as ids, (select first::varchar from begins) as begins
from gap g
where g.n > 0
order by g.minor desc nulls last, g.n desc, g.code
