-- Evidence, kinds: what the touches of a campaign are, so that somebody who asks for a kind that is not there sees those that are.
--
-- Grain     one row per kind (case and outer spaces do not matter), the most frequent first; n touches from $since to $as_of
select 'kind' as what, lower(trim(kind)) as name, count(*) as n from touch
where touched_on >= $since::date and touched_on <= $as_of::date and lower(trim(campaign)) in (select found from campaign_name where campaign_id = $id)
group by all order by n desc, name
