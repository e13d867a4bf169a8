-- Gaps: rows that miss a link or a value the thread needs.
--
-- Grain     one row, as of $as_of
-- deals     opened by then or on a day not known; no_account, no_people: naming no account, no linked people
-- open_no_amount   open deals without an amount
-- no_stage  deals without a stage
-- leads, no_channel   leads; those without a channel
-- touches, no_person  touches; those that name no contact, no e-mail address and no account
-- undated_touches     touches without a day
-- seen_entries   stage entries known only because a re-import showed another stage; seen_days: the longest time between the two loads
with deal as (select * from opportunity where opened_on is null or opened_on <= $as_of::date)
select
  (select count(*) from deal) as deals,
  (select count(*) from deal where account_id is null) as no_account,
  (select count(*) from deal d where not exists (select 1 from opportunity_contact oc where oc.src = d.src and oc.opportunity_id = d.id)) as no_people,
  (select count(*) from deal where status = 'open') as open,
  (select count(*) from deal where status = 'open' and amount_minor is null) as open_no_amount,
  (select count(*) from deal where stage is null) as no_stage,
  (select count(*) from lead where created_on is null or created_on <= $as_of::date) as leads,
  (select count(*) from lead where (created_on is null or created_on <= $as_of::date) and nullif(trim(channel), '') is null) as no_channel,
  (select count(*) from touch where touched_on is null or touched_on <= $as_of::date) as touches,
  (select count(*) from touch where contact_id is null and account_id is null and email is null and not exists (select 1 from person_of p where p.kind = 'visitor' and p.src = touch.src and p.id = touch.visitor) and (touched_on is null or touched_on <= $as_of::date)) as no_person,
  (select count(*) from touch where touched_on is null) as undated_touches,
  (select count(*) from deal_seen s where s.field = 'stage' and s.seen_on <= $as_of::date
    and not exists (select 1 from stage_entry e where e.src = s.src and e.opportunity_id = s.opportunity_id and lower(trim(e.stage)) = lower(trim(s.value)))) as seen_entries,
  (select max(s.seen_on - s.not_before) from deal_seen s where s.field = 'stage' and s.seen_on <= $as_of::date) as seen_days
