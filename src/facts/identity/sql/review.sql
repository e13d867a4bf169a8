-- Review: what waits for a person's word, with what hangs on it.
--
-- Grain    one row per proposal; of all, in order of those with most people behind them, $most after the first $from
-- touches  touches of the people concerned (of a domain: those whom no row gives an account); deals, won_minor, open_minor: deals of these people or accounts, and their amounts in
--          $currency
-- a_name, b_name   what the two are called
with waiting as (
  select row_number() over () as i, * from (
    from identity_proposal order by confidence, n desc, of, a_src nulls first, a_id, b_src nulls first, b_id limit $most::integer offset $from::integer
  )
),
who as (
  select w.i, p.person from waiting w join person_of p on p.kind = w.a_kind and p.src is not distinct from w.a_src and p.id = w.a_id where w.of <> 'account'
  union select w.i, p.person from waiting w join person_of p on p.kind = w.b_kind and p.src is not distinct from w.b_src and p.id = w.b_id where w.of = 'person'
  union select w.i, p.person from person_of p join waiting w on w.a_id = regexp_extract(p.id, '@([^@]+)$', 1) where w.a_kind = 'domain' and p.kind = 'email'
    and not exists (select 1 from account_of o where o.person = p.person and o.rule <> 'domain')
),
org as (
  select w.i, k.account from waiting w join account_key k on k.src = w.a_src and k.id = w.a_id where w.a_kind = 'account'
  union select w.i, k.account from waiting w join account_key k on k.src = w.b_src and k.id = w.b_id where w.b_kind = 'account'
),
dealt as (
  select distinct i, o.src, o.id, o.status, case when o.currency is not distinct from $currency then o.amount_minor end as minor
  from (
    select w.i, oc.src, oc.opportunity_id as id from who w join person_of p on p.person = w.person and p.kind = 'contact'
    join opportunity_contact oc on oc.src = p.src and oc.contact_id = p.id
    union select g.i, d.src, d.id from org g join account_key k on k.account = g.account join opportunity d on d.src = k.src and d.account_id = k.id
  ) x join opportunity o on o.src = x.src and o.id = x.id
),
met as (
  select w.i, count(*) as n from (select distinct person from who) u
  join person_of p on p.person = u.person
  join touch t on (p.kind = 'contact' and t.src = p.src and t.contact_id = p.id)
  join who w on w.person = u.person group by w.i
  union all
  select w.i, count(*) from (select distinct person from who) u join person_of p on p.person = u.person and p.kind = 'email'
  join (select lower(trim(email)) as email from touch where contact_id is null and email is not null) t on t.email = p.id
  join who w on w.person = u.person group by w.i
  union all
  select w.i, count(*) from waiting w join touch t on t.src = w.a_src and t.visitor = w.a_id where w.a_kind = 'visitor' group by w.i
),
handle_name as (
  select 'contact' as kind, src, id, coalesce(name, email) as name from contact
  union all select 'account', src, id, coalesce(name, domain) from account
)
select
  w.of, w.a_kind, w.a_src, w.a_id, w.b_kind, w.b_src, w.b_id, w.rule, w.confidence, w.n, w.detail,
  a.name as a_name, b.name as b_name,
  coalesce(m.n, 0)::bigint as touches, coalesce(d.deals, 0) as deals, coalesce(d.won_minor, 0)::bigint as won_minor, coalesce(d.open_minor, 0)::bigint as open_minor
from waiting w
left join handle_name a on a.kind = w.a_kind and a.src is not distinct from w.a_src and a.id = w.a_id
left join handle_name b on b.kind = w.b_kind and b.src is not distinct from w.b_src and b.id = w.b_id
left join (select i, sum(n) as n from met group by i) m on m.i = w.i
left join (select i, count(*) as deals, sum(minor) filter (status = 'won') as won_minor, sum(minor) filter (status = 'open') as open_minor from dealt group by i) d on d.i = w.i
order by coalesce(d.won_minor, 0) + coalesce(d.open_minor, 0) desc, coalesce(m.n, 0) desc, w.i
