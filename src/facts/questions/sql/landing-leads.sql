-- Landing leads: leads without a deal yet, by when they began and how old they are.
--
-- Grain     one row per channel (the cut's key), place of the start and whole weeks of age
-- Slots     {joins} {where} {keys} of the cut by channel, over lead l
-- place     0 began before $first, 1 before $second, 2 before $third, 3 since then (the quarter that runs)
-- weeks     age in whole weeks on $as_of; n leads
-- Not here  leads whose day is not known, and those that have a deal opened by $as_of
select {keys} as keys,
  case when l.created_on < $first::date then 0 when l.created_on < $second::date then 1 when l.created_on < $third::date then 2 else 3 end as place,
  (($as_of::date - l.created_on) // 7)::integer as weeks, count(*) as n
from lead l
{joins}
where {where} and l.created_on <= $as_of::date
  and not exists (select 1 from opportunity o where o.src = l.src and o.lead_id = l.id and (o.opened_on is null or o.opened_on <= $as_of::date))
group by all
order by keys, place, weeks
