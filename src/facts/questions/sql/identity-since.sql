-- Identity since: what people decided about who is who after $moment, and what they took back.
--
-- Grain   one row per decision made, and one per decision taken back; in order of time
select of, same, false as revoked, decided_by as "by", decided_at as "at" from identity_decision where decided_at > $moment::timestamp
union all
select of, same, true, revoked_by, revoked_at from identity_decision where revoked_at > $moment::timestamp
order by 5
