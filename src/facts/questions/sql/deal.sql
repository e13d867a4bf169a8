-- Deal: the facts of one opportunity.
--
-- Grain    one row per opportunity with the id $id, whatever its source; usually one
-- status   as of $as_of: what closed later was open then
-- account, lead_*   null where the deal names none, or one that is not here
-- rule     contact where people are linked to it, else account where it names one, else none
-- people   how many people are linked to it
-- account  the name of the account record that speaks for it: account_record in account_src
-- load     the load that last said something about it
-- Slots    {known} the fragment deal-known.sql, or what is kept of it
select
  o.* exclude (status, closed_on, closed_at),
  case when o.status in ('won', 'lost') and o.closed_on > $as_of::date then 'open' else o.status end as status,
  if(o.closed_on <= $as_of::date, o.closed_on, null) as closed_on, if(o.closed_on <= $as_of::date, o.closed_at, null) as closed_at
from ({known}) o
where o.id = $id
order by o.src
