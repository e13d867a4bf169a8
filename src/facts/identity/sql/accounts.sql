-- Accounts: which account ids are one, and to which account each person belongs.
--
-- One         only where somebody said so: parent and subsidiary share a domain and much of a name, and stay apart
-- Belongs     by id, as the contact's or lead's own row says (certain) · by a group a tool named (certain) · as somebody said
--             (confirmed) · where none of these says anything, by the domain of the address, if exactly one account has it and it
--             is nobody's free mail (likely). What somebody denied does not count
-- Stands      an account id with a row of its own, or that a deal names; another may be a company's name in a contact's row, and
--             then does not keep the domain from speaking
-- i_one       labels of accounts that are one; i_free: domains that say nothing; both made before this by resolve.ts
create temp table i_key as
select a.*, coalesce(o.l, a.n) as account, if(o.l is null, 'own record', 'merged') as rule from i_account a left join i_one o on o.n = a.n;

create temp table i_member_said as
select d.same, d.a_kind, d.a_id, p.person, k.account
from i_decision d
join i_key k on k.key = d.b_src || chr(31) || d.b_id
left join i_handle h on h.key = d.a_kind || chr(31) || coalesce(d.a_src, '') || chr(31) || d.a_id
left join i_person p on p.n = h.n
where d.of = 'member' and (d.a_kind = 'domain' or p.person is not null);

create temp table i_told as
with told as (
  select p.person, k.account, 'account id' as rule, 0 as place from contact c
  join i_contact n on n.key = c.src || chr(31) || c.id join i_person p on p.n = n.n
  join i_key k on k.key = c.src || chr(31) || c.account_id
  union all
  select p.person, k.account, 'account id', 1
  from (
    select src, id as contact_id, account_id from lead where account_id is not null
    union select src, contact_id, account_id from lead where account_id is not null and contact_id is not null
  ) l
  join i_contact n on n.key = l.src || chr(31) || l.contact_id join i_person p on p.n = n.n
  join i_key k on k.key = l.src || chr(31) || l.account_id
  union all
  select p.person, k.account, 'account id', 1 from lead l join i_email e on e.address = lower(trim(l.email))
  join i_person p on p.n = e.n and p.rule <> 'shared address' join i_key k on k.key = l.src || chr(31) || l.account_id
  union all
  select p.person, k.account, 'group', 2 from visitor_link v join i_visitor n on n.key = v.src || chr(31) || v.visitor
  join i_person p on p.n = n.n join i_key k on k.key = v.src || chr(31) || v.account_id
  union all
  select person, account, 'confirmed', 3 from i_member_said where same and a_kind <> 'domain'
)
select person, account, arg_max(rule, place) as rule, if(max(place) = 3, 'confirmed', 'certain') as confidence
from told t anti join (select person, account from i_member_said where not same and a_kind <> 'domain') apart using (person, account)
group by person, account;

-- The domains of people whom no row gives an account.
create temp table i_domain as
select distinct p.person, regexp_extract(e.address, '@([^@]+)$', 1) as domain
from i_person p join i_email e on e.n = p.n
anti join (select t.person from i_told t join i_key k on k.account = t.account where k.stands) placed on placed.person = p.person
where p.rule <> 'shared address';
delete from i_domain where domain = '' or domain in (select domain from i_free);

-- The accounts of each domain: as their rows say, less what was denied; a confirmed one alone where there is one.
create temp table i_site as
with own as (select distinct domain, account from i_key where domain is not null and domain not in (select domain from i_free)),
said as (select a_id as domain, account, same from i_member_said where a_kind = 'domain')
select domain, account, false as confirmed from own
anti join (select domain, account from said where not same) no using (domain, account)
anti join (select domain from said where same) yes using (domain)
union all
select distinct domain, account, true from said where same;

create temp table i_belongs as
select person, account, rule, confidence from i_told
union all
select d.person, min(s.account), 'domain', if(bool_or(s.confirmed), 'confirmed', 'likely')
from i_domain d join i_site s using (domain)
group by d.person having count(distinct s.account) = 1
  and (d.person, min(s.account)) not in (select (person, account) from i_member_said where not same and a_kind <> 'domain');
