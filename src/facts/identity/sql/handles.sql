-- Handles: every contact, address, linked visitor and account that any row names, numbered.
--
-- key         source and id as one text: rows of the transaction at hand count as none to the planner, and a join over (src, id)
--             would then begin with all that share a source
-- i_contact   n from 1; known: there is a row of it in contact; address: its own, null where it has none
-- i_email     n from 1,000,000,000; an address without an @ is none
-- i_visitor   n from 2,000,000,000; only those that somebody linked: all others are nobody
-- i_account   n from 1; known: there is a row of it in account; domain: bare host, null where it has none
-- i_decision  the decisions that stand; made before this by resolve.ts
create temp table i_contact as
select row_number() over (order by src, id)::integer as n, src || chr(31) || id as key, src, id, known, address, created_on from (
  select src, id, true as known, case when contains(email, '@') then lower(trim(email)) end as address, created_on from contact
  union all
  select src, id, false, null, null from (
    select src, contact_id as id from touch where contact_id is not null
    union select src, contact_id from opportunity_contact
    union select src, contact_id from lead where contact_id is not null
    union select src, contact_id from visitor_link where contact_id is not null
    union select a_src, a_id from i_decision where a_kind = 'contact'
    union select b_src, b_id from i_decision where b_kind = 'contact'
  ) named where src || chr(31) || id not in (select src || chr(31) || id from contact)
);
-- A contact that is not here, but is the id of a lead, is that lead.
create temp table i_lead as
select c.n, l.src, l.contact_id, case when contains(l.email, '@') then lower(trim(l.email)) end as address
from i_contact c join lead l on l.src || chr(31) || l.id = c.key
where not c.known;

create temp table i_email as
select (1000000000 + row_number() over (order by address))::integer as n, address from (
  select address from i_contact where address is not null
  union select lower(trim(email)) from touch where contains(email, '@')
  union select lower(trim(email)) from lead where contains(email, '@')
  union select lower(trim(email)) from visitor_link where contains(email, '@')
  union select a_id from i_decision where a_kind = 'email'
  union select b_id from i_decision where b_kind = 'email'
);

create temp table i_visitor as
select (2000000000 + row_number() over (order by src, id))::integer as n, src || chr(31) || id as key, src, id from (
  select src, visitor as id from visitor_link where visitor is not null
  union select src, user_id from visitor_link where user_id is not null
  union select a_src, a_id from i_decision where a_kind = 'visitor'
  union select b_src, b_id from i_decision where b_kind = 'visitor'
);

create temp table i_account as
select row_number() over (order by src, id)::integer as n, src || chr(31) || id as key, src, id, known, domain, name, created_on,
  known or src || chr(31) || id in (select src || chr(31) || account_id from opportunity where account_id is not null) as stands
from (
  select src, id, true as known, name, created_on,
    nullif(regexp_replace(regexp_replace(lower(trim(domain)), '^([a-z]+://)?(www\.)?', ''), '[/:?#].*$', ''), '') as domain
  from account
  union all by name
  select src, id, false as known from (
    select src, account_id as id from contact where account_id is not null
    union select src, account_id from lead where account_id is not null
    union select src, account_id from opportunity where account_id is not null
    union select src, account_id from touch where account_id is not null
    union select src, account_id from visitor_link where account_id is not null
    union select a_src, a_id from i_decision where a_kind = 'account'
    union select b_src, b_id from i_decision where b_kind = 'account'
  ) named where src || chr(31) || id not in (select src || chr(31) || id from account)
);

create temp view i_handle as
select 'contact' as kind, 'contact' || chr(31) || key as key, n from i_contact
union all select 'email', 'email' || chr(31) || chr(31) || address, n from i_email
union all select 'visitor', 'visitor' || chr(31) || key, n from i_visitor;

-- Decisions about people, by number.
create temp table i_said as
select d.same, a.kind as a_kind, a.n as a, b.kind as b_kind, b.n as b
from i_decision d
join i_handle a on a.key = d.a_kind || chr(31) || coalesce(d.a_src, '') || chr(31) || d.a_id
join i_handle b on b.key = d.b_kind || chr(31) || coalesce(d.b_src, '') || chr(31) || d.b_id
where d.of = 'person';
