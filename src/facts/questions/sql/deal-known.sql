-- Deal, known: a fragment. What is known of every opportunity, whatever the as-of: a relation, one row each.
--
-- Grain     one row per opportunity
-- account   the name of the account record that speaks for it: account_record in account_src; null where it names none
-- made_*    the moment its lead was created; where no lead with a day is here, that of lead-made.sql ({made})
-- lead_*    of its lead; null where it names none, or one that is not here
-- rule, people   as in deal.sql
-- Kept      the same in order of source and id stands in journeys.known where it was built (facts/journey)
select
  o.src, o.id, o.name, o.account_id, coalesce(a.name, o.account_id) as account, a.as_src as account_src, a.as_id as account_record, o.lead_id, o.owner, o.product, o.stage,
  o.status, o.amount_minor, o.currency, o.self_reported, o.opened_on, o.opened_at, o.closed_on, o.closed_at, o.expected_on, o.attrs, o.load,
  l.created_on as lead_on, l.created_at as lead_at, if(l.created_on is null, m.made_on, l.created_on) as made_on, if(l.created_on is null, m.made_at, l.created_at) as made_at, l.channel as lead_channel, l.campaign as lead_campaign, l.self_reported as lead_self_reported,
  case when exists (select 1 from opportunity_contact oc where oc.src = o.src and oc.opportunity_id = o.id) then 'contact' when o.account_id is not null then 'account' else 'none' end as rule,
  (select count(distinct p.person) from opportunity_contact oc join person_of p on p.kind = 'contact' and p.src = oc.src and p.id = oc.contact_id where oc.src = o.src and oc.opportunity_id = o.id) as people
from opportunity o
left join (with {made} select * from made) m on m.src = o.src and m.id = o.id
left join account_named a on a.src = o.src and a.id = o.account_id
left join lead l on l.src = o.src and l.id = o.lead_id
