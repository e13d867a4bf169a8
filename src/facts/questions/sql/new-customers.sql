-- New customers: accounts whose first won deal closed in the period, and the money of it.
--
-- Grain     one row
-- Rule      a customer is new in the period in which the first of its deals was won; later wins of it are upsell
-- customers, minor, priced   new customers, the amounts of their first deals in $currency, and how many of these have one
-- won, won_minor, won_priced every deal won in the period: new customers and upsell
-- unnamed   deals won in the period that name no account: nobody can say whether their customer is new, so they are in neither
-- unpriced_other   first deals whose amount no rate converts, or that have none
with won as (
  select o.src, o.account_id, o.closed_on, {minor} as minor,
    row_number() over (partition by k.account order by o.closed_on, o.id) as nth,
    ($since::date is null or o.closed_on >= $since::date) and ($until::date is null or o.closed_on < $until::date) as here
  from opportunity o
  left join account_key k on k.src = o.src and k.id = o.account_id
  {rate}
  where o.status = 'won' and o.closed_on <= $as_of::date
)
select
  count(*) filter (here and nth = 1 and account_id is not null) as customers,
  count(minor) filter (here and nth = 1 and account_id is not null) as priced,
  coalesce(sum(minor) filter (here and nth = 1 and account_id is not null), 0)::bigint as minor,
  count(*) filter (here) as won, count(minor) filter (here) as won_priced,
  coalesce(sum(minor) filter (here), 0)::bigint as won_minor,
  count(*) filter (here and account_id is null) as unnamed
from won
