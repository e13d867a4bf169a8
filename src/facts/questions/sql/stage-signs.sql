-- Stage signs: a fragment of deal-signs.sql. The stages of the CRM that deals were seen to enter.
--
-- Grain     one row per entry into a stage of the CRM; a day after the close of the deal is that of the close
-- Entries   as recorded; else on the day of the load that first showed the deal there (deal_seen); else, where it stands there now,
--           on a day that nobody knows, until a load shows it there
-- Closing   an entry into a stage that says the deal is closed counts while the deal is closed, and only its last one (next_close): a
--           deal that was opened again stays one deal, and what it was closed as is what it stands at. One on a day that nobody knows
--           counts until a dated one is there. By losing nothing is passed
union all (
with recorded as (
  select src, opportunity_id as id, lower(trim(stage)) as spelling, entered_on, false as closing, null::date as next_close
  from stage_entry where seq % 10 <> 9
  union all
  select src, opportunity_id, lower(trim(stage)), entered_on, true,
    if(entered_on is null, min(entered_on) over (partition by src, opportunity_id), lead(entered_on) over (partition by src, opportunity_id, entered_on is null order by entered_on, seq, stage))
  from stage_entry where seq % 10 = 9
),
named as (select distinct src, id, spelling from recorded),
seen as (
  select src, opportunity_id as id, lower(trim(value)) as spelling, min(seen_on) as on_day
  from deal_seen where field = 'stage' and value is not null group by all
)
select e.src, e.id, 'stage', e.spelling, if(e.entered_on > c.closed_on, c.closed_on, e.entered_on), if(e.closing, greatest(e.entered_on, c.closed_on), e.entered_on),
  e.next_close, not (e.closing and coalesce(c.status = 'lost', false))
from recorded e left join opportunity c on c.src = e.src and c.id = e.id and c.status in ('won', 'lost')
where not e.closing or c.id is not null
union all
select s.src, s.id, 'stage', s.spelling, if(s.on_day > c.closed_on, c.closed_on, s.on_day), s.on_day, null, true
from seen s anti join named n on n.src = s.src and n.id = s.id and n.spelling = s.spelling
left join opportunity c on c.src = s.src and c.id = s.id and c.status in ('won', 'lost')
union all
select o.src, o.id, 'stage', o.spelling, null, if(o.closing, greatest(o.opened_on, o.closed_on), o.opened_on), s.on_day, not (o.closing and o.status = 'lost')
from (
  select src, id, lower(trim(stage)) as spelling, status, opened_on, closed_on,
    status in ('won', 'lost') and lower(trim(stage)) not in (select lower(trim(stage)) from opportunity where status = 'open' and stage is not null) as closing
  from opportunity where stage is not null
) o anti join named n on n.src = o.src and n.id = o.id and n.spelling = o.spelling
left join seen s on s.src = o.src and s.id = o.id and s.spelling = o.spelling
where not o.closing or o.status in ('won', 'lost')
)
