-- Credit, deals: what the credit of a period rests on, deal by deal counted.
--
-- Grain       one row
-- n           won deals of the period; minor: closed revenue, the sum of amounts in $currency
-- priced      with an amount in $currency; no_amount: with none at all; other_n, other_minor are in credit-other.sql
-- dark        priced deals without a counted touch; dark_minor: their amounts; dark_ids: the first hundred, largest first
-- dark_any    deals without a counted touch, priced or not
-- by_account  deals whose touches came by the account, having no linked people
-- after_close, before_window, undated, left_out, repeats   touches of these deals that do not count, by reason
with {won_deals},
{journey},
seen as (
  select d, count(*) filter (why_not is null) as counted, bool_or(rule = 'account' and why_not is null) as by_account,
    count(*) filter (why_not = 'after the close') as after_close, count(*) filter (why_not = 'look-back') as before_window, count(*) filter (why_not = 'no date') as undated,
    count(*) filter (why_not = 'left out') as left_out, count(*) filter (why_not = 'repeat') as repeats
  from journey group by d
),
told as (select d.*, coalesce(s.counted, 0) as counted, s.by_account, s.after_close, s.before_window, s.undated, s.left_out, s.repeats from deal d left join seen s on s.d = d.d)
select
  count(*) as n, coalesce(sum(minor), 0)::bigint as minor,
  count(minor) as priced, count(*) filter (amount_minor is null) as no_amount,
  count(*) filter (counted = 0 and minor is not null) as dark,
  coalesce(sum(minor) filter (counted = 0), 0)::bigint as dark_minor,
  (list(id order by abs(minor) desc nulls last, id) filter (counted = 0))[:100] as dark_ids,
  count(*) filter (counted = 0) as dark_any,
  count(*) filter (by_account) as by_account,
  coalesce(sum(counted), 0)::bigint as touches,
  coalesce(sum(after_close), 0)::bigint as after_close, coalesce(sum(before_window), 0)::bigint as before_window, coalesce(sum(undated), 0)::bigint as undated,
  coalesce(sum(left_out), 0)::bigint as left_out, coalesce(sum(repeats), 0)::bigint as repeats
from told
