-- First met: the first day on which anybody touched an account, as its own source names it.
--
-- Grain   one row per account of a source that has a dated touch, by the account of the touch's contact, else the one it names
-- Kept    journeys.first_met (journey/store.ts)
select t.src, coalesce(p.account_id, t.account_id) as id, min(t.touched_on) as on_day
from touch t left join contact p on p.src = t.src and p.id = t.contact_id
where t.touched_on is not null and coalesce(p.account_id, t.account_id) is not null group by all
