-- Deal, stages: which stages one deal entered, in order.
--
-- Grain   one row per entry
select stage, entered_on as day from stage_entry
where src = $src and opportunity_id = $id and (entered_on is null or entered_on <= $as_of::date)
order by entered_on nulls last, seq
