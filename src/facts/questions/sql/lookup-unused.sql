-- Lookup, unused: members of a reference file that no row names.
--
-- Grain   one row: n of them, the first hundred ids in order
-- Slots   {table} {value} {joins} as in lookup-unmatched.sql
with used as (select distinct {value} as found from {table} {joins})
select count(*) as n, coalesce((list(m.id order by m.id))[:100], []) as ids, (select count(distinct id) from lookup where name = $lookup) as members
from (select distinct trim(id) as id from lookup where name = $lookup) m anti join used u on u.found = m.id
