-- Leads by a cut: how many leads were created in a period.
--
-- Grain   one row per key
-- Slots   {joins} {where} {keys} {ids} of the cut, over lead l
-- Period  created on a local day in [$since, $until), and by $as_of; a day not known is out
select {keys} as keys, {ids} as ids, count(*) as n
from lead l
{joins}
where {where} and l.created_on <= $as_of::date
  and ($since::date is null or l.created_on >= $since::date) and ($until::date is null or l.created_on < $until::date)
group by all
order by keys
