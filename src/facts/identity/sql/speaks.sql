-- Speaks: the handles with their persons and accounts as they are kept, and which of them names the whole.
--
-- Speaks     of a person a contact before an address before a visitor; of contacts one with a row, then the one that a merge
--            kept, then the oldest, then by source and id. Of an account likewise
-- Makes      i_person_of, i_account_key, i_account_of as in identity.sql
create temp table i_kept as select a_kind || chr(31) || coalesce(a_src, '') || chr(31) || a_id as key from i_decision where same and of <> 'member';

create temp table i_person_of as
with named as (
  select 'contact' as kind, c.src, c.id, p.person, p.rule, p.known_on, not c.known as unknown, c.created_on from i_contact c join i_person p on p.n = c.n
  union all select 'email', null, e.address, p.person, p.rule, p.known_on, false, null from i_email e join i_person p on p.n = e.n
  union all select 'visitor', v.src, v.id, p.person, p.rule, p.known_on, false, null from i_visitor v join i_person p on p.n = v.n
),
alone as (select person from named group by person having count(*) = 1),
first as (
  select person, arg_min({'kind': kind, 'src': src, 'id': id}, (
    case kind when 'contact' then 0 when 'email' then 1 else 2 end, rule = 'shared address', unknown,
    kind || chr(31) || coalesce(src, '') || chr(31) || id not in (select key from i_kept), coalesce(created_on, date '9999-12-31'), coalesce(src, ''), id)) as h
  from named where person not in (select person from alone) group by person
)
select n.kind, n.src, n.id, n.person, n.rule,
  case when n.rule = 'merged' then 'confirmed' when n.rule = 'shared address' then 'likely' else 'certain' end as confidence, n.known_on,
  f.person is null or (n.kind = f.h.kind and n.src is not distinct from f.h.src and n.id = f.h.id) as speaks
from named n left join first f on f.person = n.person;

create temp table i_account_key as
with first as (
  select account, arg_min(n, (not known, 'account' || chr(31) || key not in (select key from i_kept), coalesce(created_on, date '9999-12-31'), src, id)) as n
  from i_key where rule = 'merged' group by account
)
select k.src, k.id, k.account, k.rule, if(k.rule = 'merged', 'confirmed', 'certain') as confidence, coalesce(k.n = f.n, true) as speaks
from i_key k left join first f on f.account = k.account;

create temp table i_account_of as select distinct person, account, rule, confidence from i_belongs;
