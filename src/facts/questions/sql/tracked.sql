-- Tracked: a fragment. Money of deals by campaign and share of outcome. Stands after deal (with minor: the amount to
-- be shared, null where none), journey.sql and thread-links.sql.
--
-- spelling one row per spelling of a campaign in touches that a campaign answers to
-- part     one row per deal, campaign c and nth outcome of its priority. c is 0 where no campaign owns the touch;
--          f, l, e: money under first, last and linear, shared among outcomes as credit-shares.sql does, to the cent;
--          started: the deal's first counted touch is in it; touches: counted touches, the same for each nth
spelling as (
  select t.campaign, ch.c, ch.outcomes::integer as outcomes
  from (select distinct campaign from touch where campaign is not null) t
  join campaign_name c on c.found = lower(trim(t.campaign))
  join chain ch on ch.campaign_id = c.campaign_id
),
owned as not materialized (
  select
    c.d, c.place, coalesce(cn.c, 0) as c, coalesce(cn.outcomes, 1) as outcomes,
    if(c.place = 1, d.minor, 0) as f,
    if(c.place = c.touches, d.minor, 0) as l,
    (sign(d.minor) * (abs(d.minor) // c.touches + (c.place <= abs(d.minor) % c.touches)::bigint))::bigint as e
  from counted c
  join deal d on d.d = c.d
  left join spelling cn on cn.campaign = c.campaign
),
part as (
  select
    d, c, k.nth,
    sum(sign(f) * (abs(f) // outcomes + ((k.nth + outcomes - (place - 1) % outcomes) % outcomes < abs(f) % outcomes)::bigint))::bigint as f,
    sum(sign(l) * (abs(l) // outcomes + ((k.nth + outcomes - (place - 1) % outcomes) % outcomes < abs(l) % outcomes)::bigint))::bigint as l,
    sum(sign(e) * (abs(e) // outcomes + ((k.nth + outcomes - (place - 1) % outcomes) % outcomes < abs(e) % outcomes)::bigint))::bigint as e,
    bool_or(place = 1) as started,
    count(*) as touches
  from owned join (select unnest(range((select coalesce(max(outcomes), 1) from chain)::bigint)) as nth) k on k.nth < owned.outcomes
  group by d, c, k.nth
)
