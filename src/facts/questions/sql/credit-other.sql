-- Credit, other money: won deals of the period whose amount is in another currency, or in none where the answer has one.
--
-- Grain   one row per currency; minor: whole minor units of it
with {won_deals}
select currency, count(*) as n, sum(amount_minor)::bigint as minor from deal
where amount_minor is not null and currency is distinct from $currency
group by currency order by currency
