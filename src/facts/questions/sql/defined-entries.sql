-- Defined entries: a fragment of stage-visits.sql. The stages of the signed definitions that deals entered by $as_of.
--
-- Grain   one row per entry of a defined stage from another one; a step from one stage of the CRM to another of the same defined
--         stage is none. Stages that no definition names are looked past: the deal stays in the stage it was in
-- Slots   {rule} relation (ordinal, sign, spelling, name) · {entries} stage-entries.sql
-- nth     of one day the stage further down the definitions stands last
select src, id, stage, entered_on, nth, closing from (
  select *, lag(nth) over (partition by src, id order by entered_on, nth) as before from (
    select e.src, e.id, r.name as stage, e.entered_on, r.ordinal as nth, e.closing
    from ({entries}) e join ({rule}) r on r.sign = 'stage' and r.spelling = lower(trim(e.stage))
    union all
    select o.src, o.id, r.name, o.opened_on, r.ordinal, false
    from opportunity o join ({rule}) r on r.sign = 'opened' where o.opened_on <= $as_of::date
  )
) where nth is distinct from before
