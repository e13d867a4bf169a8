-- Evidence, cases: a fragment of evidence.sql. Who and what a campaign reached: touched, asked (leads) and dealt (deals).
--
-- Grain     touched one row per touch, asked per lead, dealt per deal
-- who       one number for each human being: that of the handle that speaks for him (identity.sql), of a touch its contact's, where it
--           names none its address's, where it names none either its visitor's, as known by $as_of; else of the account or the touch
--           itself. Handles that speak are not looked up: most touches name one, and a look-up of all would cost more than the rest
-- touched   touches that name the campaign, from $since to $as_of
-- asked     leads that name it; and leads of somebody touched before that name no campaign
-- dealt     deals opened from $since on, one of whose people (or its lead's) was touched or asked for before they were opened, one row
--           each, with that one's first day and variant; lost ones too. whose: all of their people
-- {names}   spellings of the campaign, as literals: a scan that knows them reads no row of another campaign
-- variant   place of the variant, from 0; null: none is named. Slots {variant} of a touch t, {lead_variant} of a lead l
-- Collisions  64 bits of hash: of a million people, one time in some tens of millions two are taken for one
found as not materialized (
  select t.*, {variant} as variant, case
      when t.contact_id is not null then hash('contact', t.src, t.contact_id)
      when t.email is not null then hash('email', '', lower(trim(t.email)))
      when t.visitor is not null then hash('visitor', t.src, t.visitor)
      when t.account_id is not null then hash('account', t.src, t.account_id)
      else hash('touch', t.rowid) end as h
  from touch t where t.touched_on >= $since::date and t.touched_on <= $as_of::date and lower(trim(t.campaign)) in ({names})
),
silent as (
  select kind, coalesce(src, '') as src, id, min(person) as person from person_of
  where not speaks and (known_on is null or known_on <= $as_of::date)
    and (kind = 'contact' or id in (select lower(trim(email)) from found where contact_id is null and email is not null) or id in (select visitor from found where contact_id is null and email is null and visitor is not null)
      or id in (select lower(trim(email)) from lead where contact_id is null and email is not null))
  group by all
),
means as (
  select hash(s.kind, s.src, s.id) as h, hash(p.kind, coalesce(p.src, ''), p.id) as who
  from silent s join person_of p on p.person = s.person and p.speaks
),
touched as not materialized (select coalesce(m.who, f.h) as who, f.touched_on as on_day, lower(trim(f.kind)) as kind, f.variant from found f left join means m on m.h = f.h),
lead_one as (
  select l.src, l.id, coalesce(m.who, l.h) as who, l.created_on as on_day,
    lower(trim(l.campaign)) in ({names}) as names, nullif(trim(l.campaign), '') is null as blank, {lead_variant} as variant
  from (select *, case when contact_id is not null then hash('contact', src, contact_id) when email is not null then hash('email', '', lower(trim(email))) else hash('lead', src, id) end as h from lead) l
  left join means m on m.h = l.h
  where l.created_on >= $since::date and l.created_on <= $as_of::date
),
first_touch as (select who, min(on_day) as on_day, arg_min(variant, (on_day, variant)) as variant from touched where who in (select who from lead_one) group by who),
asked as (
  select l.src, l.id, l.who, l.on_day, coalesce(l.variant, f.variant) as variant
  from lead_one l left join first_touch f on f.who = l.who
  where coalesce(l.names, false) or (l.blank and f.on_day <= l.on_day)
),
whose as (
  select oc.src, oc.opportunity_id as id, coalesce(m.who, hash('contact', oc.src, oc.contact_id)) as who
  from opportunity_contact oc left join means m on m.h = hash('contact', oc.src, oc.contact_id)
  union
  select o.src, o.id, l.who from opportunity o join lead_one l on l.src = o.src and l.id = o.lead_id
),
reached as (
  select who, min(on_day) as on_day, arg_min(variant, (on_day, variant)) filter (variant is not null) as variant
  from (select who, on_day, variant from touched union all select who, on_day, variant from asked) where who in (select who from whose) group by who
),
dealt as (
  select o.src, o.id, hash('deal', o.src, o.id) as who, o.opened_on as on_day, any_value(o.status) as status, any_value(o.closed_on) as closed_on,
    any_value(in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below)) as minor, arg_min(r.variant, (r.on_day, r.who)) as variant
  from opportunity o join whose d on d.src = o.src and d.id = o.id join reached r on r.who = d.who and r.on_day <= o.opened_on
  left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
  where o.opened_on >= $since::date and o.opened_on <= $as_of::date
  group by o.src, o.id, o.opened_on
)
