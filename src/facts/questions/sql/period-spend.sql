-- Period, spend: what was spent in a period, by the names it stands under in the files.
--
-- Grain    one row per src, channel, campaign as spelled, and currency; spent_on in [$since, $until), by $as_of
-- minor    whole minor units of currency; n: how many rows; load: the last load that said something about any of them
select src, channel, campaign, currency, sum(amount_minor)::bigint as minor, count(*) as n, max(load) as load from spend
where spent_on >= $since::date and spent_on < $until::date and spent_on <= $as_of::date and amount_minor is not null
group by src, channel, campaign, currency
order by src, channel nulls first, campaign nulls first, currency nulls first
