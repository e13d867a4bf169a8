-- Campaign spend: money that went out, by campaign, day and currency, as the files say it.
--
-- Grain     one row per campaign (null: no campaign answers to the name), local day and currency (null: not said)
-- Period    spend dated in [$since, $until)
-- minor     whole minor units of `currency`; rows without an amount are not in it
select s.means as campaign_id, s.spent_on::varchar as day, s.currency, sum(s.amount_minor)::bigint as minor
from spend_named s
where s.amount_minor is not null and s.spent_on >= $since::date and s.spent_on < $until::date
group by all
order by all
