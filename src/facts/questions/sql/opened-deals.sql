-- Opened deals: a fragment. deal(d, src, id, account_id, closed_on, closed_at, end_on) of deals opened in a period.
--
-- Period   opened on a local day in [$since, $until), and by $as_of
-- end_on   the close, where it was by $as_of; else $as_of: touches up to it count
deal as (
  select row_number() over () as d, o.src, o.id, o.account_id,
    if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_on, null) as closed_on,
    if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_at, null) as closed_at,
    if(o.status in ('won', 'lost') and o.closed_on <= $as_of::date, o.closed_on, $as_of::date) as end_on
  from opportunity o
  where o.opened_on <= $as_of::date
    and ($since::date is null or o.opened_on >= $since::date) and ($until::date is null or o.opened_on < $until::date)
)
