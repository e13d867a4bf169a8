-- Stage visits: a fragment. How long deals stood in their stages, and where the open ones stand.
--
-- Slots    {entries} relation (src, id, stage, entered_on, nth, closing): the stages deals entered, in the order of (entered_on, nth):
--          stage-entries.sql as the files name them, defined-entries.sql as the signed definitions do
-- Grain    three relations
-- entry    one row per entry by $as_of; back = 1: the latest
-- spent    one row per won deal and stage: days it stood there, all its entries together; an entry after the close is none
-- typical  per stage, over deals won by $as_of: n of them that passed it, and quantiles of their days in it
-- standing one row per open deal: its stage and the days since it last entered it. A deal whose entries nobody recorded
--          stands in "(no entry recorded)" since it was opened; its measure is the whole cycle of won deals
entry as (
  select e.src, e.id, e.stage, e.entered_on, e.closing,
    lead(e.entered_on) over (partition by e.src, e.id order by e.entered_on, e.nth) as next_on,
    row_number() over (partition by e.src, e.id order by e.entered_on desc, e.nth desc) as back
  from {entries} e
),
won as (select src, id, opened_on, closed_on from opportunity where status = 'won' and closed_on <= $as_of::date),
spent as (
  select e.stage, e.src, e.id, sum(coalesce(least(e.next_on, w.closed_on), w.closed_on) - e.entered_on) as days
  from entry e join won w on w.src = e.src and w.id = e.id
  where e.entered_on <= w.closed_on and not e.closing
  group by all
),
typical as (
  select stage, count(*) as won, quantile_cont(days, 0.5) as median, quantile_cont(days, 0.1) as low, quantile_cont(days, 0.9) as high from spent group by stage
  union all
  select '(no entry recorded)', count(*), quantile_cont(closed_on - opened_on, 0.5), quantile_cont(closed_on - opened_on, 0.1), quantile_cont(closed_on - opened_on, 0.9)
  from won where closed_on >= opened_on
),
standing as (
  select o.src, o.id, coalesce(nullif(trim(o.name), ''), o.account_id, o.id) as name, coalesce(e.stage, '(no entry recorded)') as stage,
    $as_of::date - coalesce(e.entered_on, o.opened_on) as days,
    in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) as minor
  from opportunity o
  left join entry e on e.src = o.src and e.id = o.id and e.back = 1
  left join fx on fx.currency = o.currency and fx.day = $as_of::date
  {joins}
  where {where} and (o.opened_on is null or o.opened_on <= $as_of::date)
    and (o.status = 'open' or (o.status in ('won', 'lost') and o.closed_on > $as_of::date))
)
