-- Journey, kept: a fragment of journey.sql. The same rows as journey-found.sql gives, out of the journeys that were worked out
-- for all deals at once (facts/journey/store.ts); used only while they are right.
--
-- Grain  one row per deal and touch
-- Stands after deal(d, src, id, …), gives found · Slots {carry} as in journey-found.sql
found as not materialized (
  select q.d, t.rule, t.person, t.who, t.known_on, t.sure, t.src, t.id, t.touched_on, t.touched_at {carry}
  from deal q join journeys.deal k on k.src = q.src and k.id = q.id join journeys.touch t on t.d = k.d
)
