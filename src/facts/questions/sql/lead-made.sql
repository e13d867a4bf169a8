-- Lead made: a fragment. made(src, id, made_on, made_at): where no lead with a day is here, the moment the first of a deal's people
-- became a contact stands for it (HubSpot: "before the person became a contact").
--
-- Grain     one row per opportunity that has linked people with a day of creation and no lead with one
-- made_at   null unless every such person has an hour: a day without hours cannot be told from them
made as (
  select oc.src, oc.opportunity_id as id, min(c.created_on) as made_on, if(count(c.created_at) = count(*), min(c.created_at), null) as made_at
  from opportunity_contact oc join contact c on c.src = oc.src and c.id = oc.contact_id
  join opportunity o on o.src = oc.src and o.id = oc.opportunity_id
  left join lead l on l.src = o.src and l.id = o.lead_id
  where c.created_on is not null and l.created_on is null
  group by oc.src, oc.opportunity_id
)
