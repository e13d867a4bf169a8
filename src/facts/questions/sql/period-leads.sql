-- Period, leads: leads created in a period.
--
-- Grain    one row per lead; created_on in [$since, $until), by $as_of
select src, id, created_on as "on", load from lead
where created_on >= $since::date and created_on < $until::date and created_on <= $as_of::date
order by src, id
