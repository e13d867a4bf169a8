-- Open reviews: who may be the same as somebody else, waiting for a person's word, with the deals that hang on it.
--
-- Grain     one row; n proposals of identity (identity.sql); deals: distinct deals of the people and accounts concerned, won and open
-- minor     their amounts in $currency at the recorded rate of their day, whole minor units; null: none of them has one
-- Period    deals opened up to $as_of
with who as (
  select p.person from identity_proposal w join person_of p on p.kind = w.a_kind and p.src is not distinct from w.a_src and p.id = w.a_id where w.of <> 'account'
  union select p.person from identity_proposal w join person_of p on p.kind = w.b_kind and p.src is not distinct from w.b_src and p.id = w.b_id where w.of = 'person'
  union select p.person from person_of p join identity_proposal w on w.a_id = regexp_extract(p.id, '@([^@]+)$', 1) where w.a_kind = 'domain' and p.kind = 'email'
    and not exists (select 1 from account_of o where o.person = p.person and o.rule <> 'domain')
),
org as (
  select k.account from identity_proposal w join account_key k on k.src = w.a_src and k.id = w.a_id where w.a_kind = 'account'
  union select k.account from identity_proposal w join account_key k on k.src = w.b_src and k.id = w.b_id where w.b_kind = 'account'
),
dealt as (
  select oc.src, oc.opportunity_id as id from who w join person_of p on p.person = w.person and p.kind = 'contact' join opportunity_contact oc on oc.src = p.src and oc.contact_id = p.id
  union select d.src, d.id from org g join account_key k on k.account = g.account join opportunity d on d.src = k.src and d.account_id = k.id
)
select
  (select count(*) from identity_proposal) as n, count(*) as deals,
  sum(in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below))::bigint as minor
from dealt x join opportunity o on o.src = x.src and o.id = x.id
left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
where o.status is distinct from 'lost' and (o.opened_on is null or o.opened_on <= $as_of::date)
