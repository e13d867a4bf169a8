-- Deal, people: those whose touches may be those of the opportunity with the id $id.
--
-- Grain    one row per source and person: linked people, or where there are none those of the account; and for the latter one
--          row with contact_id null that names the account
-- email    lower case, without spaces around it; null where it is not known
with deal as (select src, id, account_id from opportunity where id = $id),
linked as (select oc.src, oc.contact_id from opportunity_contact oc where oc.opportunity_id = $id),
bare as (select * from deal where account_id is not null and src not in (select src from linked)),
person as (
  select src, contact_id from linked
  union all
  select b.src, c.id from bare b join contact c on c.src = b.src and c.account_id = b.account_id
)
select p.src, p.contact_id, lower(trim(c.email)) as email, null as account_id from person p left join contact c on c.src = p.src and c.id = p.contact_id
union all
select src, null, null, account_id from bare
