-- First touches: which touch of an account is its first, whatever the as-of.
--
-- Grain      one row per account and touch that is the first of those known of it from some day on; mostly one per account. An
--            account is one organisation as all sources together name it
-- Whose      a touch is of the accounts of its contact, its address or its visitor, and of the account it names itself
-- since      the first as-of on which it counts: its own day, or the later one on which its visitor was identified
-- place      its day, its hour where there is one, source and id: the order of touches
-- As of      of the rows with since <= $as_of the one with the least place is the account's first touch
-- Kept       journeys.first_touch (journey/store.ts)
with visit as not materialized (
  select a.account, greatest(t.touched_on, p.known_on) as since, {'day': t.touched_on, 'at': coalesce(t.touched_at, t.touched_on::timestamp), 'src': t.src, 'id': t.id} as place
  from touch t join person_of p on p.kind = 'visitor' and p.src = t.src and p.id = t.visitor join account_of a on a.person = p.person
  where t.contact_id is null and t.email is null and t.touched_on is not null
),
plain as (
  select account, min(place) as place from (
    select a.account, {'day': t.touched_on, 'at': coalesce(t.touched_at, t.touched_on::timestamp), 'src': t.src, 'id': t.id} as place from touch t
    join person_of p on p.kind = 'contact' and p.src = t.src and p.id = t.contact_id join account_of a on a.person = p.person where t.touched_on is not null
    union all
    select a.account, {'day': t.touched_on, 'at': coalesce(t.touched_at, t.touched_on::timestamp), 'src': t.src, 'id': t.id} from touch t
    join person_of p on p.kind = 'email' and p.id = lower(trim(t.email)) join account_of a on a.person = p.person where t.contact_id is null and t.touched_on is not null
    union all
    select k.account, {'day': t.touched_on, 'at': coalesce(t.touched_at, t.touched_on::timestamp), 'src': t.src, 'id': t.id} from touch t join account_key k on k.src = t.src and k.id = t.account_id where t.touched_on is not null
    union all
    select account, place from visit where since = place.day
  ) group by account
),
early as (
  select v.account, v.since, v.place, min(v.since) over (partition by v.account order by v.place rows between unbounded preceding and 1 preceding) as before
  from visit v left join plain f on f.account = v.account
  where v.since > v.place.day and (f.account is null or v.place < f.place)
)
select account, place.day as since, place from plain
union all
select account, since, place from early where before is null or since < before
