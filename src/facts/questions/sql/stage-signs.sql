-- Stage signs: a fragment of stage-hits.sql. The stages of the CRM that deals were seen to enter.
--
-- Entries   as recorded; else on the day of the load that first showed the deal there (deal_seen); else, where it stands there now,
--           on a day that nobody knows
-- Closing   an entry into a stage that says the deal is closed counts while the deal is closed, and only its last one: a deal that
--           was opened again stays one deal, and what it was closed as is what it stands at. By losing nothing is passed
union all
select r.ordinal, e.src, e.id, if(e.on_day > c.closed_on, c.closed_on, e.on_day), not (e.closing and c.status = 'lost')
from (
  select e.src, e.opportunity_id as id, lower(trim(e.stage)) as spelling, e.entered_on as on_day, e.seq % 10 = 9 as closing,
    e.seq % 10 = 9 and exists (select 1 from stage_entry f where f.src = e.src and f.opportunity_id = e.opportunity_id and f.seq % 10 = 9
      and (f.entered_on, f.seq, f.stage) > (e.entered_on, e.seq, e.stage) and f.entered_on <= $as_of::date) as void
  from stage_entry e where e.entered_on is null or e.entered_on <= $as_of::date
  union all
  select s.src, s.opportunity_id, lower(trim(s.value)), min(s.seen_on), false, false
  from deal_seen s where s.field = 'stage' and s.seen_on <= $as_of::date
    and not exists (select 1 from stage_entry e where e.src = s.src and e.opportunity_id = s.opportunity_id and lower(trim(e.stage)) = lower(trim(s.value)))
  group by s.src, s.opportunity_id, lower(trim(s.value))
  union all
  select o.src, o.id, lower(trim(o.stage)), null,
    o.status in ('won', 'lost') and lower(trim(o.stage)) not in (select lower(trim(p.stage)) from opportunity p where p.status = 'open' and p.stage is not null), false
  from opportunity o where o.stage is not null and (o.opened_on is null or o.opened_on <= $as_of::date)
    and not exists (select 1 from stage_entry e where e.src = o.src and e.opportunity_id = o.id and lower(trim(e.stage)) = lower(trim(o.stage)))
    and not exists (select 1 from deal_seen s where s.src = o.src and s.opportunity_id = o.id and s.field = 'stage' and lower(trim(s.value)) = lower(trim(o.stage)) and s.seen_on <= $as_of::date)
) e
join rule r on r.sign = 'stage' and r.spelling = e.spelling
left join closed c on c.src = e.src and c.id = e.id
where not e.void and (not e.closing or c.id is not null)
