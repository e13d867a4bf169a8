-- At risk: open deals that stand longer in their stage than nine in ten won deals did, the most money first.
--
-- Grain   one row per deal, the first two hundred; where at least $enough won deals passed the stage
with {visits}
select s.id, s.name, s.stage, s.days, t.median as typical, t.high, s.minor
from standing s join typical t on t.stage = s.stage
where t.won >= $enough::integer and s.days > t.high
order by s.minor desc nulls last, s.days desc, s.id
limit 200
