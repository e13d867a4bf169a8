-- Velocity: the sums that sales velocity and win rates are made of.
--
-- Grain     one row per key of the cut
-- Slots     {from} relation (src, id, reached_on, opportunity_id) of deals that reached the milestone that makes a deal qualified ·
--           {joins} {where} {keys} {ids} of the cut, over opportunity o
-- Period    closed on a local day in [$since, $until) and by $as_of
-- open      qualified deals open at the end of $as_of; open_minor, open_priced: their amounts in $currency, how many have one
-- won, lost qualified deals closed so in the period; won_minor, won_priced and lost_minor, lost_priced: their amounts (a lost deal
--           with the amount 0 has none: files write 0 there once it is lost)
-- used      won deals with an amount and a cycle of 0 days or more: what value and cycle are measured on. Over them: sum_v (minor
--           units), sum_c (days), sum_vv, sum_cc, sum_vc (sums of squares and products, as doubles)
-- cohort, cohort_won, cohort_lost   deals that reached the milestone in the period, and how they stand at $as_of;
--           cohort_minor, cohort_won_minor: their amounts in $currency and those of the won among them
with reached as {from},
deal as (
  select {keys} as keys, {ids} as ids,
    case when o.status in ('won', 'lost') and o.closed_on > $as_of::date then 'open' else o.status end as state,
    case when not (o.status = 'lost' and o.amount_minor = 0) then in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below) end as minor,
    o.closed_on - reached.reached_on as cycle,
    coalesce(($since::date is null or o.closed_on >= $since::date) and ($until::date is null or o.closed_on < $until::date) and o.closed_on <= $as_of::date, false) as closed_in,
    coalesce(($since::date is null or reached.reached_on >= $since::date) and ($until::date is null or reached.reached_on < $until::date), false) as began_in
  from reached join opportunity o on o.src = reached.src and o.id = reached.id
  left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
  {joins}
  where {where} and (reached.reached_on is null or reached.reached_on <= $as_of::date)
),
marked as (select *, state = 'won' and closed_in and minor is not null and cycle >= 0 as use from deal)
select keys, ids, count(*) as n,
  count(*) filter (state = 'open') as open,
  count(minor) filter (state = 'open') as open_priced, (sum(minor) filter (state = 'open'))::bigint as open_minor,
  count(*) filter (state = 'won' and closed_in) as won, count(*) filter (state = 'lost' and closed_in) as lost,
  count(minor) filter (state = 'won' and closed_in) as won_priced, (sum(minor) filter (state = 'won' and closed_in))::bigint as won_minor,
  count(minor) filter (state = 'lost' and closed_in) as lost_priced, (sum(minor) filter (state = 'lost' and closed_in))::bigint as lost_minor,
  count(*) filter (use) as used,
  coalesce(sum(minor) filter (use), 0)::double as sum_v, coalesce(sum(cycle) filter (use), 0)::double as sum_c,
  coalesce(sum(minor::double * minor) filter (use), 0) as sum_vv, coalesce(sum(cycle::double * cycle) filter (use), 0) as sum_cc,
  coalesce(sum(minor::double * cycle) filter (use), 0) as sum_vc,
  count(*) filter (began_in) as cohort, count(*) filter (began_in and state = 'won') as cohort_won, count(*) filter (began_in and state = 'lost') as cohort_lost,
  (sum(minor) filter (began_in))::bigint as cohort_minor, (sum(minor) filter (began_in and state = 'won'))::bigint as cohort_won_minor
from marked
group by keys, ids
order by keys
