-- Lookup, unmatched: values of a column that its reference file does not know.
--
-- Grain      one row per value, most rows first, the first hundred
-- Slots      {table} table and letter · {value} the column, spellings with a confirmed meaning put right · {joins} what it needs ·
--            {won} {minor} over deals: whether the row is a won one, and its amount; over other tables false and null
-- rows       rows that hold the value; won: won deals among them; won_minor: their amounts in $currency
-- won_share  won_minor as a share of all won amounts; null where there are none
-- names, all_rows   how many values and rows there are in all
-- nearest    the member closest to it after folding case, spaces and punctuation, at most a third of its letters away;
--            null where there is none, and where over 100 names are unknown: that is no matter of spelling
with member as (select distinct trim(id) as id from lookup where name = $lookup),
used as (
  select {value} as found, count(*) as rows, count(*) filter ({won}) as won, (sum({minor}) filter ({won}))::bigint as won_minor
  from {table} {joins} group by 1
),
whole as (select sum(won_minor) as minor from used),
unknown as (select u.*, count(*) over () as names, sum(u.rows) over () as all_rows from used u anti join member m on m.id = u.found where u.found is not null order by rows desc, found limit 100),
near as (
  select u.found, m.id, damerau_levenshtein({fold_found}, {fold_id}) as away,
    row_number() over (partition by u.found order by damerau_levenshtein({fold_found}, {fold_id}), m.id) as nth
  from (from unknown where names <= 100 limit 20) u, (from member limit 5000) m
  where abs(length(u.found) - length(m.id)) * 3 <= length(u.found)
)
select u.found, u.rows, u.won, u.won_minor, u.won_minor / nullif((select minor from whole), 0) as won_share, u.names, u.all_rows::bigint as all_rows, n.id as nearest
from unknown u left join near n on n.found = u.found and n.nth = 1 and n.away * 3 <= length(u.found)
order by u.rows desc, u.found
