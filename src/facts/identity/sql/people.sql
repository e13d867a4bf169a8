-- People: which contacts and addresses are one human being.
--
-- Certain      an address that names at most one person in each source joins that person's contacts across sources; a lead that
--              became a contact is that contact
-- Shared       an address that several people of one source have, or of whom somebody said that they are two, joins nobody: it is
--              each one's ("shared address"). One of more than ten people is nobody's: a stand-in such as info@
-- Confirmed    two of whom somebody said that they are one
-- i_first      labels from what was said and from leads: made before this by resolve.ts
-- Makes        i_pair (contact, its address), i_shared (addresses that join nobody), i_edge for the labels that follow
create temp table i_pair as
select k.n as contact, e.n as email, k.src
from (select n, src, address from i_contact where address is not null union select n, src, address from i_lead where address is not null) k
join i_email e on e.address = k.address
anti join (select a, b from i_said where not same union all select b, a from i_said where not same) apart on apart.a = k.n and apart.b = e.n;

create temp table i_multi as select email from i_pair group by email having count(*) > 1;

create temp table i_shared as
select distinct email from (
  select p.email from i_pair p semi join i_multi using (email) left join i_first f on f.n = p.contact
  group by p.email, p.src having count(distinct coalesce(f.l, p.contact)) > 1
  union all
  select p.email from i_said s join i_pair p on p.contact = s.a join i_pair q on q.contact = s.b and q.email = p.email where not s.same
);

insert into i_edge
select p.contact, p.email, 'same address' from i_pair p anti join i_shared using (email)
where p.email in (select email from i_multi) or p.email in (select a from i_edge) or p.email in (select b from i_edge);
