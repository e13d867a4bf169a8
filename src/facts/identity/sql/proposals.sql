-- Proposals: what might be so, for a person's word.
--
-- People    same address: in one source · same name: at one account · plus tag: the address without its tag is another's ·
--           several people: a visitor of whom several were named
-- Accounts  same domain · same name: without legal form, accents and signs · near name: one letter apart, eight letters or more
--           · same domain and name
-- Members   domain (likely: counts already) · domain of several accounts · colleagues: nobody's row names the domain, but at least
--           three people of that domain, and four of five, belong to one account
-- Left out  pairs of whom somebody has said that they are two, what more than ten have in common, blank names
-- n         people that stand behind it: for a pair the handles of the second, for a domain its people
create temp table i_tagged as
select t.address, t.n, b.n as plain from (
  select n, address, regexp_replace(address, '\+[^@]*@', '@') as bare from i_email where contains(address, '+')
) t join i_email b on b.address = t.bare;

create temp table i_called as
select lower(strip_accents(trim(name))) as called, name, src || chr(31) || id as key from contact
where length(trim(name)) >= 5 and contains(trim(name), ' ')
qualify count(*) over (partition by lower(strip_accents(trim(name)))) > 1;

create temp table i_namesake as
select c.called, min(c.name) as name, t.account, list_sort(list(distinct p.person)) as people
from i_called c join i_contact n on n.key = c.key join i_person p on p.n = n.n join i_told t on t.person = p.person
group by c.called, t.account having count(distinct p.person) > 1;

-- Each with the first of those it has something in common with.
create temp table i_alike as
select 'same address' as rule, detail, people[1] as x, unnest(people[2:]) as y from (
  select e.address as detail, list_sort(list(distinct p.person)) as people
  from i_shared s join i_email e on e.n = s.email join i_pair r on r.email = s.email join i_person p on p.n = r.contact group by e.address
) where len(people) between 2 and 10
union all
select 'same name', name, people[1], unnest(people[2:]) from i_namesake where len(people) between 2 and 10
union all
select 'plus tag', t.address, least(p.person, q.person), greatest(p.person, q.person)
from i_tagged t join i_person p on p.n = t.n join i_person q on q.n = t.plain
where p.rule <> 'shared address' and q.rule <> 'shared address' and p.person <> q.person;

create temp table i_twin as
with denied as (
  select least(p.person, q.person) as x, greatest(p.person, q.person) as y
  from i_said s join i_person p on p.n = s.a join i_person q on q.n = s.b where not s.same
)
select x, y, arg_min(rule, case rule when 'same address' then 0 when 'plus tag' then 1 else 2 end) as rule,
  arg_min(detail, case rule when 'same address' then 0 when 'plus tag' then 1 else 2 end) as detail
from i_alike anti join denied using (x, y)
where x <> y group by x, y;

create temp table i_spoken as select person, kind, src, id from i_person_of where speaks;

create temp table i_name as
select account, rule, detail, domain from (
  select account, n, domain, name as detail,
    regexp_replace(regexp_replace(lower(strip_accents(coalesce(name, if(known, null, id)))),
      '\b(gmbh|mbh|ag|kg|kgaa|ohg|ug|se|ev|ltd|limited|plc|llp|llc|inc|incorporated|corp|corporation|co|company|bv|nv|sa|sas|sarl|srl|spa|sl|oy|oyj|ab|as|asa|aps|pty|pte|kk)\b\.?', '', 'g'),
      '[^\p{L}\p{N}]+', '', 'g') as rule
  from i_key
);
create temp table i_double as
with denied as (
  select least(a.account, b.account) as x, greatest(a.account, b.account) as y from i_decision d
  join i_key a on a.key = d.a_src || chr(31) || d.a_id join i_key b on b.key = d.b_src || chr(31) || d.b_id where d.of = 'account' and not d.same
),
by_domain as (
  select domain as detail, list_sort(list(distinct account)) as accounts from i_key
  where domain is not null and domain not in (select domain from i_free) group by domain
),
by_name as (select min(detail) as detail, list_sort(list(distinct account)) as accounts from i_name where length(rule) >= 3 group by rule),
-- Names one letter apart share what is left when one letter is taken away, or one is what is left of the other.
less as (
  select distinct account, rule, detail, left(rule, i::integer - 1) || substr(rule, i::integer + 1) as rest
  from i_name, range(1, length(rule) + 2) as letter(i) where length(rule) between 8 and 40
),
near as (
  select any_value(a.detail) as detail, a.account as x, b.account as y from less a join less b on a.rest = b.rest and a.account < b.account
  where a.rule <> b.rule and levenshtein(a.rule, b.rule) = 1 group by a.account, b.account
),
pair as (
  select 'same domain' as rule, detail, accounts[1] as x, unnest(accounts[2:]) as y from by_domain where len(accounts) between 2 and 10
  union all select 'same name', detail, accounts[1], unnest(accounts[2:]) from by_name where len(accounts) between 2 and 10
  union all select 'near name', detail, x, y from near
)
select x, y,
  case when count(distinct rule) filter (rule <> 'near name') = 2 then 'same domain and name' else arg_min(rule, case rule when 'same domain' then 0 when 'same name' then 1 else 2 end) end as rule,
  arg_min(detail, case rule when 'same domain' then 0 when 'same name' then 1 else 2 end) as detail
from pair anti join denied using (x, y) where x <> y group by x, y;

create temp table i_proposal as
with main_key as (select account, src, id from i_account_key where speaks),
told as (
  select regexp_extract(e.address, '@([^@]+)$', 1) as domain, t.account, count(distinct t.person) as n
  from i_told t join i_key k on k.account = t.account and k.stands join i_person p on p.person = t.person join i_email e on e.n = p.n
  where t.person in (select person from i_told group by person having count(*) = 1) group by all
),
colleagues as (
  select domain, arg_max(account, n) as account from told
  where domain not in (select domain from i_site) and domain not in (select domain from i_free)
  group by domain having max(n) >= 3 and max(n) >= 0.8 * sum(n)
),
guest as (select domain, count(distinct person) as n from i_domain group by domain),
site as (select domain, count(distinct account) as accounts from i_site group by domain)
select 'person' as of, a.kind as a_kind, a.src as a_src, a.id as a_id, b.kind as b_kind, b.src as b_src, b.id as b_id, t.rule, 'possible' as confidence, 1::bigint as n, t.detail
from i_twin t join i_spoken a on a.person = t.x join i_spoken b on b.person = t.y
union all
select 'person', 'visitor', v.src, v.id, s.kind, s.src, s.id, 'several people', 'possible', 1, null
from i_owner o join i_visitor v on v.n = o.n join (select distinct n, person from i_claim) c on c.n = o.n join i_spoken s on s.person = c.person
where o.person is null
union all
select 'account', 'account', a.src, a.id, 'account', b.src, b.id, d.rule, 'possible', 1, d.detail
from i_double d join main_key a on a.account = d.x join main_key b on b.account = d.y
union all
select 'member', 'domain', null, s.domain, 'account', k.src, k.id, if(c.accounts = 1, 'domain', 'domain of several accounts'), if(c.accounts = 1, 'likely', 'possible'), g.n, s.domain
from i_site s join site c using (domain) join guest g using (domain) join main_key k on k.account = s.account
where not s.confirmed
union all
select 'member', 'domain', null, c.domain, 'account', k.src, k.id, 'colleagues', 'possible', g.n, c.domain
from colleagues c join guest g using (domain) join main_key k on k.account = c.account
anti join (select a_id as domain, account from i_member_said where not same and a_kind = 'domain') no on no.domain = c.domain and no.account = c.account;
