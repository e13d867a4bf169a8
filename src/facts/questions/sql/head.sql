-- Head: what every answer must say of itself.
--
-- Grain     one row, always
-- last_day  last local day on which anything happened that the files state; expected closes do not count, they have
--           not happened; null where nothing is dated
-- loads     numbers of the loads not taken back, oldest first
-- deal_currencies, spend_currencies   how many different currencies amounts are stated in, "never said"
--           being one of them; one_deal_currency and one_spend_currency name it where there is one only
-- speaks    true where some amount is in the company's own currency, or in one that a rate converts to it
-- rules     the touch rules in force, JSON; version 0 until some were agreed
-- stages    the signed stage definitions, JSON list by their days; null where none is
-- Null      company columns are null where the server has not projected a company
with happened as (
  select max(created_on) as d from lead
  union all select greatest(max(opened_on), max(closed_on)) from opportunity
  union all select max(entered_on) from stage_entry
  union all select max(touched_on) from touch
  union all select max(spent_on) from spend
  union all select max(done_on) from work_done
), said as (
  select 'deal' as kind, currency from opportunity where amount_minor is not null group by all
  union all select 'spend', currency from spend where amount_minor is not null group by all
)
select
  c.name, c.zone, c.currency, c.look_back_days, c.start_month, c.pattern, r.version, r.rules,
  (select to_json(list({'version': version, 'since': since::varchar, 'until': until::varchar, 'signedOn': signed_on::varchar, 'skipped': skipped, 'stages': stages} order by since, version)) from stage_policy where stages is not null)::varchar as stages,
  (select max(d) from happened) as last_day,
  (select coalesce(list(n order by n), []) from load where reverted_at is null) as loads,
  (select count(*) from said where kind = 'deal') as deal_currencies,
  (select any_value(currency) from said where kind = 'deal') as one_deal_currency,
  (select count(*) from said where kind = 'spend') as spend_currencies,
  (select any_value(currency) from said where kind = 'spend') as one_spend_currency,
  coalesce((select bool_or(s.currency = c.currency or s.currency in (select currency from fx_step)) from said s), false) as speaks
from (select 1) left join company c on true left join touch_rule r on true
