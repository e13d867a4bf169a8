-- Thread, up: the ways from deals won in a period to the objectives they served.
--
-- Grain     one row per deal, campaign and outcome. Where the thread breaks, everything above is null:
--           campaign_id null: touches that no campaign owns. A deal without a counted touch has one row, with touches 0
-- Slots     {won_deals} {journey} {links} {tracked} the fragments of those names
-- minor     the part of the deal's amount (linear) that went this way; over all rows of a deal they sum to whole exactly;
--           null where the deal has no amount in $currency
-- touches   counted touches of the deal that went to the campaign, 0 in the rows of its further outcomes; through: the same in each
-- started   the deal's first counted touch went this way
with {won_deals},
{journey},
{links},
{tracked}
select
  d.src, d.id as deal, d.minor as whole,
  p.touches is not null as touched,
  c.campaign_id, c.item_id, c.priority_id, c.guidepoint, a.outcome_id, a.objective_id,
  if(p.c is null, d.minor, p.e) as minor, if(p.nth = 0, p.touches, 0) as touches, coalesce(p.touches, 0) as through, coalesce(p.started, false) as started
from deal d
left join part p on p.d = d.d
left join chain c on c.c = p.c
left join aim a on a.priority_id = c.priority_id and a.nth = p.nth
order by d.src, d.id, c.campaign_id nulls first, p.nth
