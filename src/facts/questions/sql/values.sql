-- Values of one column: how full it is and, where they are numbers, what they sum to.
--
-- Grain     one row
-- Slots     {table} table and letter · {value} its text, null where empty · {number} it as a number, null where it is none ·
--           {joins} {where} of the filters · {upto} keeps out what is dated after $as_of
-- rows      rows of the table; filled, blank: with and without a value; distinct_values: different values
-- numbers   how many values are numbers; sum, max, min over them; over0: how many are > 0. Null where none is.
--           Money counts in whole minor units of $currency, and only where the row is in it or a rate of its day converts it
with v as (select {id} as id, {value} as value, {number} as number from {table} {joins} where {where} and {upto})
select
  count(*) as rows,
  count(value) as filled,
  count(*) - count(value) as blank,
  count(distinct value) as distinct_values,
  count(number) as numbers,
  sum(number)::double as sum, max(number)::double as max, min(number)::double as min,
  count(*) filter (number > 0) as over0,
  arg_max(id, number) as max_id
from v
