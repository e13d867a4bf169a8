-- Credit, undated: how many touches of deals won in a period have no date.
--
-- Grain   one row
select count(*) as n from journeys.touch t join journeys.known k on k.d = t.d
where t.touched_on is null and (t.known_on is null or t.known_on <= $as_of::date)
  and k.status = 'won' and k.closed_on <= $as_of::date
  and ($since::date is null or k.closed_on >= $since::date) and ($until::date is null or k.closed_on < $until::date)
