-- Opened, numbers: the deals opened in a period, by their numbers in the kept journeys.
--
-- Grain   one row per deal d (journeys.deal) opened on a local day in [$since, $until) and by $as_of, in their order
select k.d from journeys.known k
where k.opened_on <= $as_of::date
  and ($since::date is null or k.opened_on >= $since::date) and ($until::date is null or k.opened_on < $until::date)
order by k.d
