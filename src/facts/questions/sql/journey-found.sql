-- Journey, found: a fragment of journey.sql. Which touches are those of which deal, before anybody asks whether they count.
--
-- Stands after deal(d, src, id, account_id), gives found: one row per deal and touch, with d, rule, person, who, known_on and the
-- touch's columns.
-- Which    touches of the deal's linked people (rule "contact"); where it has none, of its account's people and of the
--          account itself (rule "account"). People and accounts are those of facts/identity: whatever source a touch comes from.
--          A touch is its contact's; where it names none its address's; where it names none either its visitor's
-- person   the number of the person; who: the id the person goes by. Both null where only the account was named
-- sure     false where it is the deal's only by a link that is likely (identity.sql): what a file or a person says is sure, and so is
--          what the deal itself names
-- known_on the first day on which it was known that the touch is the person's; null: always
-- Slots    {carry} further columns of touch t, each after a comma · {touch} the table touch, or a relation that holds at least
--          every touch of these deals
-- Kept     journey-kept.sql takes the same from the journeys that were worked out for all deals (facts/journey)
deal_person as (
  select distinct d.d, oc.src, oc.contact_id as id from deal d join opportunity_contact oc on oc.src = d.src and oc.opportunity_id = d.id
),
linked as (
  select d.d, p.person, bool_or(p.confidence <> 'likely') as sure
  from deal d join opportunity_contact oc on oc.src = d.src and oc.opportunity_id = d.id
  join person_of p on p.kind = 'contact' and p.src = oc.src and p.id = oc.contact_id
  group by d.d, p.person
),
unlinked as (
  select d.d, d.src, d.account_id, k.account, k.confidence <> 'likely' as sure from deal d join account_key k on k.src = d.src and k.id = d.account_id where d.d not in (select d from linked)
),
member as (
  select d, person, 'contact' as rule, sure from linked
  union all
  select u.d, o.person, 'account', bool_or(u.sure and o.confidence <> 'likely') from unlinked u join account_of o on o.account = u.account
  group by u.d, o.person
),
-- What each of them is called. An address that several share is one of them once.
called as (
  select m.d, m.rule, p.kind, p.src, p.id, min(m.person) as person, arg_min(w.id, m.person) as who, min(p.known_on) as known_on,
    bool_or((m.sure and p.confidence <> 'likely') or n.id is not null) as sure
  from member m join person_of p on p.person = m.person join person_of w on w.person = m.person and w.speaks
  left join deal_person n on n.d = m.d and n.src = p.src and n.id = if(p.kind = 'contact', p.id, null)
  group by m.d, m.rule, p.kind, p.src, p.id
),
site as (
  select u.d, k.src, k.id, (k.src = u.src and k.id = u.account_id) or (u.sure and k.confidence <> 'likely') as sure
  from unlinked u join account_key k on k.account = u.account
),
found as not materialized (
  select c.d, c.rule, c.person, c.who, c.known_on, c.sure, t.src, t.id, t.touched_on, t.touched_at {carry}
  from called c join {touch} t on t.src = c.src and t.contact_id = c.id
  where c.kind = 'contact'
  union all
  select c.d, c.rule, c.person, c.who, c.known_on, c.sure, t.src, t.id, t.touched_on, t.touched_at {carry}
  from {touch} t join (select * from called where kind = 'email') c on c.id = lower(trim(t.email))
  where t.contact_id is null
  union all
  select c.d, c.rule, c.person, c.who, c.known_on, c.sure, t.src, t.id, t.touched_on, t.touched_at {carry}
  from {touch} t join (select * from called where kind = 'visitor') c on c.src = t.src and c.id = t.visitor
  where t.contact_id is null and not coalesce(contains(t.email, '@'), false)
  union all
  select s.d, 'account', null, t.contact_id, null, s.sure, t.src, t.id, t.touched_on, t.touched_at {carry}
  from {touch} t join site s on s.src = t.src and s.id = t.account_id
  where not exists (select 1 from called c where c.kind = 'contact' and c.d = s.d and c.src = t.src and c.id = t.contact_id)
    and not (t.contact_id is null and exists (select 1 from called c where c.kind = 'email' and c.d = s.d and c.id = lower(trim(t.email))))
    and not (t.contact_id is null and not coalesce(contains(t.email, '@'), false)
      and exists (select 1 from called c where c.kind = 'visitor' and c.d = s.d and c.src = t.src and c.id = t.visitor))
)
