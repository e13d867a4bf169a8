-- Evidence, cases: a fragment of evidence.sql. Who and what a campaign reached: touched, asked (leads) and dealt (deals).
--
-- touched   touches that name the campaign, from $since to $as_of. person: of its contact, where it names none of its address, where
--           it names none either of its visitor, as known by $as_of; else each visitor, account or touch stands for itself (who < 0)
-- asked     leads that name it; and leads of a person touched before that name no campaign
-- dealt     deals opened from $since on with a person touched or asked for before they were opened, one row each, with that person's first
--           day and variant; lost ones too
-- variant   place of the variant, from 0; null: none is named. Slots {variant} of a touch t, {lead_variant} of a lead l
named as (select found from campaign_name where campaign_id = $id),
mail_of as (select id, min(person) as person from person_of where kind = 'email' and (known_on is null or known_on <= $as_of::date) group by id),
touched as (
  select
    coalesce(pc.person::bigint, pe.person::bigint, pv.person::bigint) as person,
    coalesce(pc.person::bigint, pe.person::bigint, pv.person::bigint,
      -(hash(coalesce('c' || t.contact_id, 'e' || lower(trim(t.email)), 'v' || t.visitor, 'a' || t.account_id, 't' || t.id), t.src) >> 2)::bigint - 1) as who,
    t.touched_on as on_day, lower(trim(t.kind)) as kind, {variant} as variant
  from touch t
  left join person_of pc on pc.kind = 'contact' and pc.src = t.src and pc.id = t.contact_id
  left join mail_of pe on t.contact_id is null and pe.id = lower(trim(t.email))
  left join person_of pv on t.contact_id is null and t.email is null and pv.kind = 'visitor' and pv.src = t.src and pv.id = t.visitor
    and (pv.known_on is null or pv.known_on <= $as_of::date)
  where t.touched_on >= $since::date and t.touched_on <= $as_of::date and lower(trim(t.campaign)) in (select found from named)
),
lead_one as (
  select l.src, l.id, coalesce(pc.person::bigint, pe.person::bigint) as person, l.created_on as on_day,
    lower(trim(l.campaign)) in (select found from named) as names, nullif(trim(l.campaign), '') is null as blank, {lead_variant} as variant
  from lead l
  left join person_of pc on pc.kind = 'contact' and pc.src = l.src and pc.id = l.contact_id
  left join mail_of pe on l.contact_id is null and pe.id = lower(trim(l.email))
  where l.created_on >= $since::date and l.created_on <= $as_of::date
),
first_touch as (select person, min(on_day) as on_day, arg_min(variant, on_day) as variant from touched where person is not null group by person),
asked as (
  select l.src, l.id, l.person, l.on_day, coalesce(l.variant, f.variant) as variant,
    coalesce(l.person, -(hash(l.id, l.src) >> 2)::bigint - 1) as who
  from lead_one l left join first_touch f on f.person = l.person
  where coalesce(l.names, false) or (l.blank and f.on_day <= l.on_day)
),
reached as (
  select person, min(on_day) as on_day, arg_min(variant, on_day) filter (variant is not null) as variant
  from (select person, on_day, variant from touched union all select person, on_day, variant from asked) where person is not null group by person
),
deal_person as (
  select oc.src, oc.opportunity_id as id, p.person::bigint as person
  from opportunity_contact oc join person_of p on p.kind = 'contact' and p.src = oc.src and p.id = oc.contact_id
  union
  select o.src, o.id, l.person from opportunity o join lead_one l on l.src = o.src and l.id = o.lead_id where l.person is not null
),
dealt as (
  select o.src, o.id, -(hash(o.id, o.src) >> 2)::bigint - 1 as who, o.opened_on as on_day, any_value(o.status) as status, any_value(o.closed_on) as closed_on,
    any_value(in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below)) as minor, arg_min(r.variant, (r.on_day, r.person)) as variant
  from opportunity o join deal_person d on d.src = o.src and d.id = o.id join reached r on r.person = d.person and r.on_day <= o.opened_on
  left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
  where o.opened_on >= $since::date and o.opened_on <= $as_of::date
  group by o.src, o.id, o.opened_on
)
