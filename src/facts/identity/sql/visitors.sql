-- Visitors: whose each linked visitor is.
--
-- Certain    all that was said of a visitor, and of the visitors that are the same one, names one person
-- Several    where it names several (a device that two people use) each visitor is the person that was said of it alone; where
--            that too is several he is nobody, and waits for a person's word
-- Confirmed  somebody said whose he is; what somebody denied does not count
-- known_on   the later of the first day he was linked at all and the first day his group named the person; null: no day was given
-- i_same     labels of visitors that are one: made before this by resolve.ts
create temp table i_claim as
with link as (
  select v.n, p.person, k.since_on from visitor_link k join i_visitor v on v.key = k.src || chr(31) || k.visitor
  join i_contact c on c.key = k.src || chr(31) || k.contact_id join i_person p on p.n = c.n
  union all
  select v.n, p.person, k.since_on from visitor_link k join i_visitor v on v.key = k.src || chr(31) || k.visitor
  join i_email e on e.address = lower(trim(k.email)) join i_person p on p.n = e.n where k.contact_id is null
),
said as (
  select s.a as n, p.person, s.same from i_said s join i_person p on p.n = s.b where s.a_kind = 'visitor' and s.b_kind <> 'visitor'
  union select s.b, p.person, s.same from i_said s join i_person p on p.n = s.a where s.b_kind = 'visitor' and s.a_kind <> 'visitor'
)
select link.n, coalesce(same.l, link.n) as l, link.person, min(link.since_on) as since_on, bool_or(link.since_on is null) as always, false as confirmed
from link left join i_same same on same.n = link.n
anti join (select n, person from said where not same) apart on apart.n = link.n and apart.person = link.person
group by all
union all
select said.n, coalesce(same.l, said.n), said.person, null, true, true from said left join i_same same on same.n = said.n where said.same;

create temp table i_owner as
with word as (select * from i_claim where confirmed or l not in (select l from i_claim where confirmed)),
whole as (
  select l, min(person) as person, if(bool_or(always), null, min(since_on)) as known_on, bool_or(confirmed) as confirmed
  from word group by l having count(distinct person) = 1
),
own as (
  select n, min(person) as person, if(bool_or(always), null, min(since_on)) as known_on, bool_or(confirmed) as confirmed
  from word where l not in (select l from whole) group by n having count(distinct person) = 1
),
first as (
  select v.n, if(bool_or(k.since_on is null), null, min(k.since_on)) as since_on
  from i_visitor v join visitor_link k on k.src || chr(31) || k.visitor = v.key group by v.n
  union all
  select v.n, if(bool_or(k.since_on is null), null, min(k.since_on))
  from i_visitor v join visitor_link k on k.src || chr(31) || k.user_id = v.key group by v.n
)
select v.n, coalesce(whole.person, own.person) as person,
  if(coalesce(whole.confirmed, own.confirmed), null, greatest(coalesce(whole.known_on, own.known_on), f.since_on)) as known_on,
  coalesce(whole.confirmed, own.confirmed) as confirmed
from i_visitor v
left join i_same same on same.n = v.n
left join whole on whole.l = coalesce(same.l, v.n)
left join own on own.n = v.n
left join (select n, min(since_on) as since_on from first group by n) f on f.n = v.n;

insert into i_person
select n, coalesce(person, n), case when person is null then 'nobody yet' when confirmed then 'merged' else 'identified' end, known_on from i_owner;
