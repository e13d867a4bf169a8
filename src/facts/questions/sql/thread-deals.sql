-- Thread, deals: what stands at the end of the thread for each deal won in a period.
--
-- Grain   one row per deal, largest amount first
-- people  different people of its counted touches; touches: counted ones; untracked: those no campaign owns; first_on: day of the first
-- minor   amount in $currency; null where there is none, or none that a rate converts
with {won_deals},
{journey},
seen as (
  select c.d, count(*) as touches, count(distinct c.who) as people, count(*) filter (cn.campaign_id is null) as untracked, min(c.touched_on) as first_on
  from counted c left join campaign_name cn on cn.found = lower(trim(c.campaign))
  group by c.d
)
select d.src, d.id, o.name, coalesce(a.name, a.as_id, d.account_id) as account, o.opened_on, d.closed_on, d.minor, coalesce(s.touches, 0) as touches, coalesce(s.people, 0) as people, coalesce(s.untracked, 0) as untracked, s.first_on
from deal d
join opportunity o on o.src = d.src and o.id = d.id
left join account_named a on a.src = d.src and a.id = d.account_id
left join seen s on s.d = d.d
order by d.minor desc nulls last, d.id
