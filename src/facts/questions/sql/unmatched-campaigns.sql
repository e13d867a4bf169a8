-- Unmatched campaigns: spellings in touches, spend and leads that no campaign answers to.
--
-- Grain    one row per table and spelling, most rows first; found null: the cell is empty
-- n        rows; minor: their spend in $currency, null for touches and leads, and where none is in it
with named as (
  select 'touch' as tab, nullif(trim(campaign), '') as found, count(*) as n, null::bigint as minor from touch where touched_on is null or touched_on <= $as_of::date group by found
  union all
  select 'spend', nullif(trim(campaign), ''), count(*), sum(in_money(s.amount_minor, s.currency, $currency, fx.above, fx.below))::bigint
  from spend_named s left join fx on fx.currency = s.currency and fx.day = s.spent_on
  where s.means is null and (s.spent_on is null or s.spent_on <= $as_of::date) group by 2
  union all
  select 'lead', nullif(trim(campaign), ''), count(*), null from lead where created_on is null or created_on <= $as_of::date group by 2
)
select n.tab, n.found, n.n, n.minor
from named n left join campaign_name c on c.found = lower(n.found)
where c.campaign_id is null
order by n.tab, n.n desc, n.found
