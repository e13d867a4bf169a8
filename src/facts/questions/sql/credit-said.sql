-- Credit, said: what deals won in a period say brought them, each text once.
--
-- Grain   one row per text as it is written
select distinct coalesce(k.self_reported, k.lead_self_reported) as said from journeys.known k
where k.status = 'won' and k.closed_on <= $as_of::date and coalesce(k.self_reported, k.lead_self_reported) is not null
  and ($since::date is null or k.closed_on >= $since::date) and ($until::date is null or k.closed_on < $until::date)
