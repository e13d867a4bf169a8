-- Journey: the touches of deals. A fragment: stands after a relation deal(d, src, id, account_id, closed_on, closed_at, end_on),
-- d a number of its own for each deal, and gives journey and counted to what follows.
--
-- Which    touches of the deal's linked people (rule "contact"); where it has none, of its account's people and of the
--          account itself (rule "account"). A touch that names no person is a person's where its e-mail address is theirs
-- Grain    journey: one row per deal and touch, with the touch's own columns and d
-- Slots    {left_out} {repeated} parts of the touch rules, by touch-rules.ts · {carry} further columns of touch t, each after a comma · {touch} the table touch, or a relation that holds at least
--          every touch of these deals
-- who      the contact it was found through; null where only the account was named
-- why_not  null where the touch counts; else the reason:
--            after the close   dated after it. A close given as a date ends that local day; a touch given as a date
--                              counts on the day of the close whatever the hour of the close
--            look-back         more than $look_back_days local days before the close
--            no date           when it happened is not known
--            left out          of a channel or kind that the touch rules leave out ({left_out})
--            repeat            beside one of the same person, campaign, channel and kind that counts, at most $repeat_minutes from its
--                              neighbour; only where the rules count repeats once ({repeated}, a relation over dated)
--          An open deal has no close: its touches count up to $as_of (end_on)
-- Order    place 1 is first: by local day, then by time (a touch given as a date stands before those with a time), then by id
-- As of    touches dated after $as_of are not there at all
linked as (
  select d.d, d.src, oc.contact_id from deal d join opportunity_contact oc on oc.src = d.src and oc.opportunity_id = d.id
),
unlinked as (
  select d, src, account_id from deal where account_id is not null and d not in (select d from linked)
),
person as (
  select d, src, contact_id, 'contact' as rule from linked
  union all
  select u.d, u.src, c.id, 'account' from unlinked u join contact c on c.src = u.src and c.account_id = u.account_id
),
address as (
  select p.d, lower(trim(c.email)) as email, min(p.contact_id) as contact_id, any_value(p.rule) as rule
  from person p join contact c on c.src = p.src and c.id = p.contact_id
  where c.email is not null
  group by p.d, lower(trim(c.email))
),
found as not materialized (
  select p.d, p.rule, p.contact_id as who, t.src, t.id, t.touched_on, t.touched_at {carry}
  from person p join {touch} t on t.src = p.src and t.contact_id = p.contact_id
  union all
  select m.d, m.rule, m.contact_id, t.src, t.id, t.touched_on, t.touched_at {carry}
  from {touch} t join address m on m.email = lower(trim(t.email))
  where t.contact_id is null
  union all
  select u.d, 'account', t.contact_id, t.src, t.id, t.touched_on, t.touched_at {carry}
  from {touch} t join unlinked u on u.src = t.src and u.account_id = t.account_id
  where not exists (select 1 from person p where p.d = u.d and p.contact_id = t.contact_id)
    and not (t.contact_id is null and exists (select 1 from address m where m.d = u.d and m.email = lower(trim(t.email))))
),
dated as not materialized (
  select
    f.*,
    case
      when f.touched_on is null then 'no date'
      when {left_out} then 'left out'
      when coalesce(f.touched_at > d.closed_at, f.touched_on > d.end_on) then 'after the close'
      when d.end_on - f.touched_on > $look_back_days::integer then 'look-back'
    end as why_not
  from found f join deal d on d.d = f.d
  where f.touched_on is null or f.touched_on <= $as_of::date
),
journey as not materialized ({repeated}),
counted as not materialized (
  select
    * exclude (why_not),
    row_number() over (partition by d order by touched_on, touched_at nulls first, src, id) as place,
    count(*) over (partition by d) as touches
  from journey where why_not is null
)
