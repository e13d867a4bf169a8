-- Touch names: the channels and kinds that touches have, for the touch rules to choose from.
--
-- Grain   one row per column and name, compared without case and without spaces around it; the hundred most frequent of each
-- n       touches with it          spelled   its most frequent spelling
with named as (
  select 'channel' as "of", lower(trim(channel)) as name, channel as spelled from touch where trim(channel) <> ''
  union all select 'kind', lower(trim(kind)), kind from touch where trim(kind) <> ''
)
select "of", mode(spelled) as spelled, count(*) as n from named
group by "of", name
qualify row_number() over (partition by "of" order by count(*) desc, name) <= 100
order by "of", n desc, spelled
