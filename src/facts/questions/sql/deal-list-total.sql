-- Deal list, total: how many deals the filters leave, how many of them are won, and how many of those no touch explains.
--
-- Grain   one row, always
-- Slots   {listed} {journey} the fragments of those names
with {listed},
deal as (
  select row_number() over () as d, l.*, l.closed_on as end_on from listed l where l.stands = 'won' and l.closed_on is not null
),
{journey},
lit as (select distinct d from counted)
select
  (select count(*) from listed) as total,
  (select count(*) from listed where stands = 'won') as won,
  (select coalesce(sum(minor), 0)::bigint from listed where stands = 'won') as won_minor,
  (select count(*) from listed where stands = 'won') - (select count(*) from lit) as dark_won
