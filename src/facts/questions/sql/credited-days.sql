-- Credited days: a fragment. credited(owner, first_on, last_on): for each campaign whose touches count towards deals won in the period,
-- the first and the last day of those touches. Stands after won-deals.sql and journey.sql (which carries campaign and channel).
--
-- Grain   one row per owner
-- owner   the campaign's id, else the name as found, else the channel
credited as (
  select coalesce(cn.campaign_id, 'name ' || lower(trim(c.campaign)), 'channel ' || lower(trim(c.channel))) as owner,
    min(c.touched_on) as first_on, max(c.touched_on) as last_on
  from counted c left join campaign_name cn on cn.found = lower(trim(c.campaign))
  where coalesce(cn.campaign_id, c.campaign, c.channel) is not null
  group by 1
),
