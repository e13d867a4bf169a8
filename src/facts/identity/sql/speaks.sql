-- Speaks: the handles with their persons and accounts as they are kept, and which of them names the whole.
--
-- Speaks     of a person a contact before an address before a visitor; of contacts one with a row, then the one that a merge
--            kept, then the oldest, then by source and id. Of an account likewise
-- Makes      i_person_of, i_account_key, i_account_of as in identity.sql
create temp table i_kept as select a_kind || chr(31) || coalesce(a_src, '') || chr(31) || a_id as key from i_decision where same and of <> 'member';

-- The numbers of handles say who speaks of nearly everybody; texts are only compared where several of one kind are left.
create temp table i_named as
select 'contact' as kind, 0::utinyint as place, c.src, c.id, p.person, p.rule, p.known_on, not c.known as unknown, c.created_on from i_contact c join i_person p on p.n = c.n
union all select 'email', 1, null, e.address, p.person, p.rule, p.known_on, false, null from i_email e join i_person p on p.n = e.n
union all select 'visitor', 2, v.src, v.id, p.person, p.rule, p.known_on, false, null from i_visitor v join i_person p on p.n = v.n;

create temp table i_before as
select person, min(place) as place,
  case min(place) when 0 then count(*) filter (place = 0) when 1 then count(*) filter (place = 1) else count(*) end as n
from i_named group by person;

create temp table i_person_of as
with first as (
  select n.person, arg_min({'src': n.src, 'id': n.id}, (
    n.rule = 'shared address', n.unknown, n.kind || chr(31) || coalesce(n.src, '') || chr(31) || n.id not in (select key from i_kept),
    coalesce(n.created_on, date '9999-12-31'), coalesce(n.src, ''), n.id)) as h
  from i_named n join i_before b on b.person = n.person and b.place = n.place where b.n > 1 group by n.person
)
select n.kind, n.src, n.id, n.person, n.rule,
  case when n.rule = 'merged' then 'confirmed' when n.rule = 'shared address' then 'likely' else 'certain' end as confidence, n.known_on,
  n.place = b.place and (f.person is null or (n.id = f.h.id and n.src is not distinct from f.h.src)) as speaks
from i_named n join i_before b on b.person = n.person left join first f on f.person = n.person;

create temp table i_account_key as
with first as (
  select account, arg_min(n, (not known, 'account' || chr(31) || key not in (select key from i_kept), coalesce(created_on, date '9999-12-31'), src, id)) as n
  from i_key where rule = 'merged' group by account
)
select k.src, k.id, k.account, k.rule, if(k.rule = 'merged', 'confirmed', 'certain') as confidence, coalesce(k.n = f.n, true) as speaks
from i_key k left join first f on f.account = k.account;

create temp table i_account_of as select distinct person, account, rule, confidence from i_belongs;
