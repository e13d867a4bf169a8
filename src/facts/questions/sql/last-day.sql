-- Last day: the last local day on or before $today on which anything happened that the files state.
--
-- Grain   one row; null where nothing is dated by then
-- Use     only where some row is dated after today, by mistake or as a plan
select max(d) as last_day from (
  select max(created_on) as d from lead where created_on <= $today::date
  union all select max(opened_on) from opportunity where opened_on <= $today::date
  union all select max(closed_on) from opportunity where closed_on <= $today::date
  union all select max(entered_on) from stage_entry where entered_on <= $today::date
  union all select max(touched_on) from touch where touched_on <= $today::date
  union all select max(spent_on) from spend where spent_on <= $today::date
  union all select max(done_on) from work_done where done_on <= $today::date
)
