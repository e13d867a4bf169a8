-- Concerned: deals whose people or account are others when other decisions stand.
--
-- Slots    {kept} database and schema of the tables as they are kept: on this connection the bare name means the temporary one
-- Grain    one row per deal; temporary tables person_of, account_key and account_of stand for the other state (resolveAside)
-- Which    deals with a linked contact whose person changes, or whose account, or somebody of it, does
create or replace temp table concerned as
with moved as (
  select person from (
    (select kind, src, id, person, known_on from {kept}.person_of except select kind, src, id, person, known_on from temp.person_of)
    union all
    (select kind, src, id, person, known_on from temp.person_of except select kind, src, id, person, known_on from {kept}.person_of)
  )
),
site as (
  select account from (
    (select src, id, account from {kept}.account_key except select src, id, account from temp.account_key)
    union all
    (select src, id, account from temp.account_key except select src, id, account from {kept}.account_key)
  )
  union select account from (
    (select person, account from {kept}.account_of except select person, account from temp.account_of)
    union all
    (select person, account from temp.account_of except select person, account from {kept}.account_of)
  )
  union select account from {kept}.account_of where person in (select person from moved)
)
select distinct src, id from (
  select oc.src, oc.opportunity_id as id from {kept}.person_of p join opportunity_contact oc on oc.src = p.src and oc.contact_id = p.id
  where p.kind = 'contact' and p.person in (select person from moved)
  union all
  select oc.src, oc.opportunity_id from temp.person_of p join opportunity_contact oc on oc.src = p.src and oc.contact_id = p.id
  where p.kind = 'contact' and p.person in (select person from moved)
  union all
  select o.src, o.id from {kept}.account_key k join opportunity o on o.src = k.src and o.account_id = k.id where k.account in (select account from site)
  union all
  select o.src, o.id from temp.account_key k join opportunity o on o.src = k.src and o.account_id = k.id where k.account in (select account from site)
)
