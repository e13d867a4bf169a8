-- Deal list: deals one by one, the latest first, each with what counts towards it.
--
-- Grain      one row per deal; at most $most from $pass on
-- Slots      {listed} {journey} the fragments of those names
-- touches, people, campaigns   of its counted touches; campaigns are those of the plan
with {listed},
page as (
  select * from listed order by coalesce(closed_on, opened_on) desc nulls last, src, id limit $most::integer offset $pass::integer
),
deal as (
  select row_number() over () as d, p.*, if(p.stands in ('won', 'lost') and p.closed_on is not null, p.closed_on, $as_of::date) as end_on from page p
),
{journey},
seen as (
  select c.d, count(*) as touches, count(distinct c.who) as people, count(distinct cn.campaign_id) as campaigns
  from counted c left join campaign_name cn on cn.found = lower(trim(c.campaign))
  group by c.d
)
select d.src, d.id, d.name, d.account, d.stands as status, d.stage, d.minor, d.opened_on, d.closed_on,
  coalesce(s.touches, 0) as touches, coalesce(s.people, 0) as people, coalesce(s.campaigns, 0) as campaigns
from deal d left join seen s on s.d = d.d
order by coalesce(d.closed_on, d.opened_on) desc nulls last, d.src, d.id
