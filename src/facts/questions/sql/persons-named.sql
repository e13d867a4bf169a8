-- Persons, named: what persons go by.
--
-- Grain     one row per person · Slot {persons} their numbers
-- kind, src what the person goes by, contact, address or visitor, and the source it is known in
-- name, title  of the contact that speaks for the person; null for others
-- Kept      the same stands in journeys.person where it was built (facts/journey)
select w.person, w.kind, w.src, p.name, p.title
from person_of w left join contact p on w.kind = 'contact' and p.src = w.src and p.id = w.id
where w.speaks and w.person in ({persons})
