-- Deal signs: what each deal showed of the stages it reached, whatever the definitions and the as-of.
--
-- Grain       one row per sign: lead, opened, won, lost, or stage with the spelling of a stage of the CRM (lower case, no spaces around)
-- Slots       {staged} stage-signs.sql where stages of the CRM are asked for, else nothing
-- on_day      the day it counts from; null: nobody knows when
-- since       the first as-of on which it counts, until: the first on which it does not any more; null: always
-- passes      false where the deal was only lost by it: who loses has passed nothing on the way there
-- Kept        journeys.sign (journey/store.ts)
select o.src, o.id, 'lead' as sign, null::varchar as spelling, l.created_on as on_day, l.created_on as since, null::date as until, true as passes
from opportunity o join lead l on l.src = o.src and l.id = o.lead_id
union all
select src, id, 'opened', null, opened_on, opened_on, null, true from opportunity
union all
select src, id, status, null, closed_on, closed_on, null, status = 'won' from opportunity where status in ('won', 'lost')
{staged}
