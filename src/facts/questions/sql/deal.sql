-- Deal: the facts of one opportunity.
--
-- Grain    one row per opportunity with the id $id, whatever its source; usually one
-- status   as of $as_of: what closed later was open then
-- account, lead_*   null where the deal names none, or one that is not here
-- rule     contact where people are linked to it, else account where it names one, else none
-- people   how many people are linked to it
-- account  the name of the account record that speaks for it: account_record in account_src
-- told_on  local day ($zone) of the load that last said something about it
select
  o.src, o.id, o.name, o.account_id, coalesce(a.name, o.account_id) as account, a.as_src as account_src, a.as_id as account_record, o.lead_id, o.owner, o.product, o.stage,
  case when o.status in ('won', 'lost') and o.closed_on > $as_of::date then 'open' else o.status end as status,
  o.amount_minor, o.currency, o.self_reported,
  o.opened_on, o.opened_at, if(o.closed_on <= $as_of::date, o.closed_on, null) as closed_on, if(o.closed_on <= $as_of::date, o.closed_at, null) as closed_at, o.expected_on, o.attrs,
  l.created_on as lead_on, l.created_at as lead_at, l.channel as lead_channel, l.campaign as lead_campaign, l.self_reported as lead_self_reported,
  case when exists (select 1 from opportunity_contact oc where oc.src = o.src and oc.opportunity_id = o.id) then 'contact' when o.account_id is not null then 'account' else 'none' end as rule,
  (select count(distinct p.person) from opportunity_contact oc join person_of p on p.kind = 'contact' and p.src = oc.src and p.id = oc.contact_id where oc.src = o.src and oc.opportunity_id = o.id) as people,
  timezone($zone, timezone('UTC', d.loaded_at))::date as told_on
from opportunity o
left join account_named a on a.src = o.src and a.id = o.account_id
left join lead l on l.src = o.src and l.id = o.lead_id
left join load d on d.n = o.load
where o.id = $id
order by o.src
