-- Longest cycle: the most days any deal took from a milestone to its close, won or lost.
--
-- Grain     one row, over all deals whatever the filters: how old a deal can get and still close
-- Slots     {from} as in ageing.sql
-- days      null where no deal closed with both days known; n: closed deals it rests on
with reached as {from}
select max(o.closed_on - reached.reached_on) as days, count(o.closed_on - reached.reached_on) as n
from opportunity o
join reached on reached.src = o.src and reached.id = o.id
where o.status in ('won', 'lost') and o.closed_on <= $as_of::date
