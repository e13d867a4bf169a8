-- Persons: each contact and address with the number of its person.
--
-- i_label   labels of what any edge joins: made before this by resolve.ts
-- Makes     i_person (n, person, rule, confidence, known_on): several rows for a shared address only
create temp table i_person as
select
  c.n, coalesce(l.l, c.n) as person,
  case when c.n in (select a from i_edge where rule = 'merged' union all select b from i_edge where rule = 'merged') then 'merged'
    when e.rule is not null then e.rule else 'own record' end as rule,
  null::date as known_on
from i_contact c
left join i_label l on l.n = c.n
left join (select a, min(rule) as rule from (select a, rule from i_edge where rule <> 'merged' union all select b, rule from i_edge where rule <> 'merged') group by a) e on e.a = c.n;

insert into i_person
select e.n, l.l, case when e.n in (select a from i_edge where rule = 'merged' union all select b from i_edge where rule = 'merged') then 'merged' else 'address' end, null
from i_email e join i_label l on l.n = e.n;

insert into i_person
select distinct e.n, coalesce(p.person, e.n), case when p.person is null then 'address only' when s.email is null then 'address' else 'shared address' end, null
from i_email e anti join i_label l on l.n = e.n
left join (select email from i_shared) s on s.email = e.n
left join (select email from i_pair group by email having count(*) <= 10) few on few.email = e.n
left join (select q.email, p.person from i_pair q join i_person p on p.n = q.contact) p on p.email = few.email;
