-- Stage hits: a fragment. When each deal showed a sign of which stage of an ordered list, by the written rule (docs/stages.md).
--
-- Grain    one row per deal and stage of which it showed a sign by $as_of
-- Slots    {rule} relation (ordinal, sign, spelling) · {touched} relation (src, id, on_day): first touch of each deal, where a stage
--          asks for one · {signs} deal-signs.sql, or the table in which they are kept
-- on_day   the first day of any of its signs; last_on: the last; null: nobody knows when
-- passes   false where the deal was only lost by it
with said as ({rule}),
rule as (
  select ordinal, sign, coalesce(spelling, '') as spelling from said where sign <> 'closed'
  union all select ordinal, unnest(['won', 'lost']), '' from said where sign = 'closed'
),
sign as (
  select r.ordinal, s.src, s.id, s.on_day, s.passes
  from {signs} s join rule r on r.sign = s.sign and r.spelling = coalesce(s.spelling, '')
  where (s.since is null or s.since <= $as_of::date) and (s.until is null or $as_of::date < s.until)
  union all
  select r.ordinal, t.src, t.id, t.on_day, true from rule r join ({touched}) t on r.sign = 'touch' where t.on_day is null or t.on_day <= $as_of::date
)
select src, id, ordinal, min(on_day) as on_day, max(on_day) as last_on, bool_or(passes) as passes
from sign group by src, id, ordinal
