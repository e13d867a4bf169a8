-- Forecast defined stages: when each deal entered which stage of one signed set of definitions, until $last_day.
--
-- Grain   one row per entry, in the order of deal and day; as defined-entries.sql reads them by the written rule (docs/stages.md): where
--         a deal stands is its last entry, a stage no definition names is looked past, going back counts as standing there again
-- Slots   {entries} defined-entries.sql
-- Left out   closing stages and what came on the day of the close or after it: they are what is forecast; a deal that is open
--         again stands where it stood before that close
select e.src || chr(31) || e.id as key, e.stage, date_diff('day', date '1970-01-01', e.entered_on)::integer as day
from {entries} e join opportunity o on o.src = e.src and o.id = e.id
where not e.closing and (o.closed_on is null or e.entered_on < o.closed_on or o.status = 'open')
order by key, e.entered_on, e.nth
