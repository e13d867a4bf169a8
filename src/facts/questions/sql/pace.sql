-- Pace: how many cases a channel brings, in the last $days days up to $as_of.
--
-- Grain     one row
-- n         people touched there (rows of touches that name nobody count one each), or, for 'lead', leads made
-- kind      only touches of this kind where given; channel: only this channel where given; both without regard to case
with one as (
  select coalesce('c' || t.src || t.contact_id, 'e' || lower(trim(t.email)), 'v' || t.src || t.visitor, 'a' || t.src || t.account_id, 't' || t.src || t.id) as who
  from touch t
  where $of = 'touch' and t.touched_on <= $as_of::date and t.touched_on > $as_of::date - $days
    and ($channel is null or lower(trim(t.channel)) = lower(trim($channel))) and ($kind is null or lower(trim(t.kind)) = lower(trim($kind)))
  union all
  select l.src || l.id from lead l
  where $of = 'lead' and l.created_on <= $as_of::date and l.created_on > $as_of::date - $days
    and ($channel is null or lower(trim(l.channel)) = lower(trim($channel)))
)
select count(distinct who) as n from one
