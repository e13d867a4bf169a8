-- Cycle: how long won deals took, for the half-life that follows it.
--
-- Grain    one row
-- median   median of whole local days from the day the deal's lead was created, or, where it names none, from its opening, to its close;
--          null where no deal has both days. A close before its start is left out
-- n        won deals it was measured on, closed by $as_of
-- Slot     {known} the deals with lead_on, in the facts or in what is kept of them
select median(days) as median, count(*) as n
from (
  select o.closed_on - coalesce(o.lead_on, o.opened_on) as days
  from ({known}) o
  where o.status = 'won' and o.closed_on <= $as_of::date
)
where days >= 0
