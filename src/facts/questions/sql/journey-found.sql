-- Journey, found: a fragment of journey.sql. Which touches are those of which deal, before anybody asks whether they count.
--
-- Stands after deal(d, src, id, account_id), gives found: one row per deal and touch, with d, rule, who and the touch's columns.
-- Which    touches of the deal's linked people (rule "contact"); where it has none, of its account's people and of the
--          account itself (rule "account"). A touch that names no person is a person's where its e-mail address is theirs
-- who      the contact it was found through; null where only the account was named
-- Slots    {carry} further columns of touch t, each after a comma · {touch} the table touch, or a relation that holds at least
--          every touch of these deals
-- Kept     journey-kept.sql takes the same from the journeys that were worked out for all deals (facts/journey)
linked as (
  select d.d, d.src, oc.contact_id from deal d join opportunity_contact oc on oc.src = d.src and oc.opportunity_id = d.id
),
unlinked as (
  select d, src, account_id from deal where account_id is not null and d not in (select d from linked)
),
person as (
  select d, src, contact_id, 'contact' as rule from linked
  union all
  select u.d, u.src, c.id, 'account' from unlinked u join contact c on c.src = u.src and c.account_id = u.account_id
),
address as (
  select p.d, lower(trim(c.email)) as email, min(p.contact_id) as contact_id, any_value(p.rule) as rule
  from person p join contact c on c.src = p.src and c.id = p.contact_id
  where c.email is not null
  group by p.d, lower(trim(c.email))
),
found as not materialized (
  select p.d, p.rule, p.contact_id as who, t.src, t.id, t.touched_on, t.touched_at {carry}
  from person p join {touch} t on t.src = p.src and t.contact_id = p.contact_id
  union all
  select m.d, m.rule, m.contact_id, t.src, t.id, t.touched_on, t.touched_at {carry}
  from {touch} t join address m on m.email = lower(trim(t.email))
  where t.contact_id is null
  union all
  select u.d, 'account', t.contact_id, t.src, t.id, t.touched_on, t.touched_at {carry}
  from {touch} t join unlinked u on u.src = t.src and u.account_id = t.account_id
  where not exists (select 1 from person p where p.d = u.d and p.contact_id = t.contact_id)
    and not (t.contact_id is null and exists (select 1 from address m where m.d = u.d and m.email = lower(trim(t.email))))
)
