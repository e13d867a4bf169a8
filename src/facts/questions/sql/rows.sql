-- Rows: what stands behind a number, row by row.
--
-- Grain   one row per row of the table, the latest day first, then by id; at most $most from $pass on
-- Slots   {table} the table and its letter; {letter} the letter; {columns} its columns as they stand in the facts, in order;
--         {joins} {where} the filters; {ids} which ids; {day} the day a row is about
-- of      how many rows there are in all
with wanted as (
  select distinct {letter}.src, {letter}.id from {table} {joins} where {where} and {ids}
)
select {columns}, (select count(*) from wanted) as "of"
from {table} join wanted w_ on w_.src = {letter}.src and w_.id = {letter}.id
order by {day} desc nulls last, {letter}.src, {letter}.id
limit $most::integer offset $pass::integer
