-- Stage signs: a fragment of stage-hits.sql. The stages of the CRM that deals were seen to enter.
--
-- Grain     one row per entry into a stage of the CRM that a definition names
-- Entries   as recorded; else on the day of the load that first showed the deal there (deal_seen); else, where it stands there now,
--           on a day that nobody knows
-- Closing   an entry into a stage that says the deal is closed counts while the deal is closed, and only its last one: a deal that
--           was opened again stays one deal, and what it was closed as is what it stands at. By losing nothing is passed
union all
select e.ordinal, e.src, e.id, if(e.on_day > c.closed_on, c.closed_on, e.on_day), not (e.closing and c.status = 'lost')
from (
  select ordinal, src, id, on_day, closing from recorded
  where (on_day is null or on_day <= $as_of::date) and not (closing and (on_day, seq, stage) < (select max(l.last) from last_close l where l.src = recorded.src and l.id = recorded.id))
  union all
  select r.ordinal, s.src, s.opportunity_id, min(s.seen_on), false
  from deal_seen s join rule r on r.sign = 'stage' and r.spelling = lower(trim(s.value))
  where s.field = 'stage' and s.seen_on <= $as_of::date
    and not exists (select 1 from recorded e where e.src = s.src and e.id = s.opportunity_id and e.spelling = r.spelling)
  group by r.ordinal, s.src, s.opportunity_id, r.spelling
  union all
  select r.ordinal, o.src, o.id, null, o.status in ('won', 'lost') and r.spelling not in (select lower(trim(p.stage)) from opportunity p where p.status = 'open' and p.stage is not null)
  from opportunity o join rule r on r.sign = 'stage' and r.spelling = lower(trim(o.stage))
  where (o.opened_on is null or o.opened_on <= $as_of::date)
    and not exists (select 1 from recorded e where e.src = o.src and e.id = o.id and e.spelling = r.spelling)
    and not exists (select 1 from deal_seen s where s.src = o.src and s.opportunity_id = o.id and s.field = 'stage' and lower(trim(s.value)) = r.spelling and s.seen_on <= $as_of::date)
) e
left join closed c on c.src = e.src and c.id = e.id
where not e.closing or c.id is not null
