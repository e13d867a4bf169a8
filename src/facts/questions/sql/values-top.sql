-- Most frequent values of one column.
--
-- Grain   one row per value, most frequent first, at most $top; the file's spelling, or what an alias says it means
-- Slots   as in values.sql
with v as (select {value} as value from {table} {joins} where {where} and {upto})
select value, count(*) as n from v where value is not null group by value order by n desc, value limit $top::integer
