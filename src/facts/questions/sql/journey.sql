-- Journey: the touches of deals. A fragment: stands after a relation deal(src, id, account_id, closed_on, closed_at, end_on)
-- and gives journey and counted to what follows.
--
-- Which    touches of the deal's linked people (rule "contact"); where it has none, of its account's people and of the
--          account itself (rule "account"). A touch that names no person is a person's where its e-mail address is theirs
-- Grain    journey: one row per deal and touch
-- who      the contact it was found through, null where only the account was named
-- why_not  null where the touch counts; else the reason:
--            after the close   dated after it. A close given as a date ends that local day; a touch given as a date
--                              counts on the day of the close whatever the hour of the close
--            look-back         more than $look_back_days local days before the close
--            no date           when it happened is not known
--          An open deal has no close: its touches count up to $as_of (end_on)
-- Order    place 1 is first: by local day, then by time (a touch given as a date stands before those with a time), then by id
-- As of    touches dated after $as_of are not there at all
linked as (
  select d.src, d.id, oc.contact_id from deal d join opportunity_contact oc on oc.src = d.src and oc.opportunity_id = d.id
),
unlinked as (
  select d.src, d.id, d.account_id from deal d
  where d.account_id is not null and not exists (select 1 from linked k where k.src = d.src and k.id = d.id)
),
person as (
  select k.src, k.id, k.contact_id, 'contact' as rule from linked k
  union all
  select u.src, u.id, c.id, 'account' from unlinked u join contact c on c.src = u.src and c.account_id = u.account_id
),
address as (
  select p.src, p.id, lower(trim(c.email)) as email, min(p.contact_id) as contact_id, any_value(p.rule) as rule
  from person p join contact c on c.src = p.src and c.id = p.contact_id
  where c.email is not null
  group by all
),
found as (
  select p.src, p.id, p.rule, p.contact_id as who, t.src as touch_src, t.id as touch_id, t.touched_on, t.touched_at
  from person p join touch t on t.src = p.src and t.contact_id = p.contact_id
  union all
  select m.src, m.id, m.rule, m.contact_id, t.src, t.id, t.touched_on, t.touched_at
  from address m join (select * from touch where contact_id is null and email is not null) t on lower(trim(t.email)) = m.email
  union all
  select u.src, u.id, 'account', t.contact_id, t.src, t.id, t.touched_on, t.touched_at
  from unlinked u join touch t on t.src = u.src and t.account_id = u.account_id
),
journey as (
  select
    f.src, f.id, f.touch_src, f.touch_id, any_value(f.rule) as rule, min(f.who) as who, any_value(f.touched_on) as touched_on, any_value(f.touched_at) as touched_at,
    case
      when any_value(f.touched_on) is null then 'no date'
      when any_value(coalesce(f.touched_at > d.closed_at, f.touched_on > d.end_on)) then 'after the close'
      when any_value(d.end_on - f.touched_on > $look_back_days::integer) then 'look-back'
    end as why_not
  from found f join deal d on d.src = f.src and d.id = f.id
  where f.touched_on is null or f.touched_on <= $as_of::date
  group by f.src, f.id, f.touch_src, f.touch_id
),
counted as (
  select
    *,
    row_number() over (partition by src, id order by touched_on, touched_at nulls first, touch_src, touch_id) as place,
    count(*) over (partition by src, id) as touches
  from journey where why_not is null
)
