-- Credit walk: each counted touch of each won deal of a period, under each key of a cut, for the models to share out.
--
-- Grain     one row per deal d, touch (place) and key; a touch has one key, but one for each outcome of its priority where outcomes are
--           cut by, and one for each segment it belongs to
-- Slots     {won_deals} {journey} {made} the fragments of those names · {joins} {where} {keys} {ids} {nth} {outcomes} of the cut ·
--           {direct} {sales} conditions of the touch rules on touch t
-- In        false where the filters of the cut leave the touch out: it keeps its place, and its part of the money
-- age       whole local days to the close
-- by_lead, by_open   dated up to the moment the deal's lead was created (else lead-made.sql), or the deal was opened: by the hour where both have one,
--           else by the local day, when a touch of that day stands before it
-- channel, campaign   as the file spells them
-- late      dated up to the close, but loaded after the close and after the load that told of the deal
-- likely    the deal's by a likely link between people or accounts only
-- nth, outcomes   which of how many outcomes of its priority the row is for
-- Order     by deal, then by place
with {won_deals},
{journey},
{made},
milestone as (
  select d.d, o.opened_on, o.opened_at, if(l.created_on is null, a.made_on, l.created_on) as lead_on, if(l.created_on is null, a.made_at, l.created_at) as lead_at, o.load
  from deal d join opportunity o on o.src = d.src and o.id = d.id
  left join lead l on l.src = o.src and l.id = o.lead_id
  left join made a on a.src = o.src and a.id = o.id
)
select
  t.d, t.place, t.touches, {keys} as keys, {ids} as ids, ({where}) as "in", {nth} as nth, {outcomes} as outcomes,
  (d.end_on - t.touched_on)::integer as age,
  coalesce(t.touched_at <= m.lead_at, t.touched_on <= m.lead_on, false) as by_lead,
  coalesce(t.touched_at <= m.opened_at, t.touched_on <= m.opened_on, false) as by_open,
  {direct} as direct, {sales} as sales, t.channel, t.campaign,
  coalesce(t.load > m.load and timezone($zone, timezone('UTC', b.loaded_at))::date > d.closed_on, false) as late,
  not t.sure as likely
from counted t
join deal d on d.d = t.d
join milestone m on m.d = t.d
left join load b on b.n = t.load
{joins}
order by t.d, t.place, ids, keys
