-- Credit, other money: won deals of the period whose amount is in a currency without a rate for the day of the close, or in none where the answer has one.
--
-- Grain   one row per currency; minor: whole minor units of it
with {won_deals}
select currency, count(*) as n, sum(amount_minor)::bigint as minor from deal
where amount_minor is not null and minor is null
group by currency order by currency
