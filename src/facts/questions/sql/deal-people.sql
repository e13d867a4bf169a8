-- Deal, people: what the people are called whose touches may be those of the opportunity with the id $id.
--
-- Grain    one row per source of the deal and handle: of linked people, or where there are none of those of the account, and of
--          the account itself
-- src      source of the deal; kind, at, id: the handle, at null for an address
with deal as (select src, id, account_id from opportunity where id = $id),
linked as (
  select distinct oc.src, p.person from opportunity_contact oc join person_of p on p.kind = 'contact' and p.src = oc.src and p.id = oc.contact_id
  where oc.opportunity_id = $id
),
bare as (
  select d.src, k.account from deal d join account_key k on k.src = d.src and k.id = d.account_id where d.src not in (select src from linked)
),
member as (
  select src, person from linked
  union
  select b.src, o.person from bare b join account_of o on o.account = b.account
)
select m.src, p.kind, p.src as at, p.id from member m join person_of p on p.person = m.person
union all
select b.src, 'account', k.src, k.id from bare b join account_key k on k.account = b.account
