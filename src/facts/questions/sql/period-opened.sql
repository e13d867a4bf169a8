-- Period, opened: deals opened in a period.
--
-- Grain    one row per deal; opened_on in [$since, $until), by $as_of
select src, id, opened_on as "on", load from opportunity
where opened_on >= $since::date and opened_on < $until::date and opened_on <= $as_of::date
order by src, id
