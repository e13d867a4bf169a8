-- Deals, listed: a fragment. listed(src, id, name, account, account_id, stands, stage, minor, opened_on, closed_on, closed_at).
--
-- Which    those that stand as $status says and have $search in name, account or id; null leaves the filter out
-- stands   as of $as_of: what closed later was open then
-- minor    amount in $currency; null where there is none, or none that a rate converts
listed as (
  select
    o.src, o.id, coalesce(nullif(trim(o.name), ''), a.name, o.account_id, o.id) as name, coalesce(a.name, a.as_id, o.account_id) as account, o.account_id,
    case when o.status in ('won', 'lost') and o.closed_on > $as_of::date then 'open' else o.status end as stands, o.stage,
    in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) as minor,
    o.opened_on, if(o.closed_on <= $as_of::date, o.closed_on, null) as closed_on, if(o.closed_on <= $as_of::date, o.closed_at, null) as closed_at
  from opportunity o left join account_named a on a.src = o.src and a.id = o.account_id
  left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
  where ($status::varchar is null or stands = $status)
    and ($search::varchar is null or contains(lower(concat_ws(' ', o.name, a.name, o.account_id, o.id)), lower($search)))
)
