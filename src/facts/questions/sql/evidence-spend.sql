-- Evidence over money: what was spent for a campaign and how many cases came, as sums by day.
--
-- Grain     as evidence.sql, of one variant: no file says which variant money was spent for
-- n         minor units spent, in $currency; happened: cases that began. Money without a known rate is left out and counted in
--           evidence-left.sql
-- ripe_*    money of $wait days before, beside all cases there are by then: too many for the money, never too few
-- Slots     {cases} {begun} as there
with {cases},
begun as ({begun}),
one as (select c, min(on_day) as on_day from begun group by c),
paid as (
  select s.spent_on as on_day, in_money(s.amount_minor, s.currency, $currency, fx.above, fx.below) as minor
  from spend_named s left join fx on fx.currency = s.currency and fx.day = s.spent_on
  where s.means = $id and s.spent_on >= $since::date and s.spent_on <= $as_of::date
),
added as (
  select on_day as day, minor::double as n, 0 as happened, 0.0 as ripe_n, 0 as ripe_happened from paid where minor is not null
  union all select on_day, 0, 1, 0, 1 from one
  union all select on_day + $wait::integer, 0, 0, minor, 0 from paid where minor is not null and $wait is not null and on_day + $wait::integer <= $as_of::date
)
select 0 as variant, day::varchar as day, sum(n)::double as n, 0 as hits, sum(happened)::bigint as happened, 0.0::double as minor, 0.0::double as squares,
  sum(ripe_n)::double as ripe_n, 0 as ripe_hits, sum(ripe_happened)::bigint as ripe_happened, 0.0::double as ripe_minor, 0.0::double as ripe_squares
from added group by day order by day
