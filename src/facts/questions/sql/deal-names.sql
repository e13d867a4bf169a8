-- Deal names: what deals are called, as they stand now.
--
-- Grain   one row per deal of $keys (a JSON list of "src/id") that has a name
select src || '/' || id as key, name from opportunity
where name is not null and src || '/' || id in (select unnest(from_json($keys, '["varchar"]')))
order by 1
