-- Deals, listed: a fragment. listed(src, id, name, account, account_id, stands, stage, minor, opened_on, closed_on, closed_at).
--
-- Which    those that stand as $status says and have $search in name, account or id; null leaves the filter out
-- stands   as of $as_of: what closed later was open then
-- minor    amount in $currency; null where there is none or it is in another
listed as (
  select
    o.src, o.id, coalesce(nullif(trim(o.name), ''), a.name, o.account_id, o.id) as name, coalesce(a.name, o.account_id) as account, o.account_id,
    case when o.status in ('won', 'lost') and o.closed_on > $as_of::date then 'open' else o.status end as stands, o.stage,
    case when o.currency is not distinct from $currency then o.amount_minor end as minor,
    o.opened_on, if(o.closed_on <= $as_of::date, o.closed_on, null) as closed_on, if(o.closed_on <= $as_of::date, o.closed_at, null) as closed_at
  from opportunity o left join account a on a.src = o.src and a.id = o.account_id
  where ($status::varchar is null or stands = $status)
    and ($search::varchar is null or contains(lower(concat_ws(' ', o.name, a.name, o.account_id, o.id)), lower($search)))
)
