-- Evidence, left: what could not be counted, where it can happen at all.
--
-- Grain     one row per what
-- what      'no-variant': cases that name none where there are several · 'two-variants': cases that stand in more than one ·
--           'no-money': deals that were won without an amount in $currency
-- Slots     {cases} {begun} as in evidence.sql
with {cases},
begun as ({begun}),
one as (select c, min(variant) as low, max(variant) as high from begun group by c)
select 'no-variant' as what, null as name, count(*) as n from one where low is null having count(*) > 0
union all select 'two-variants', null, count(*) from one where low <> high having count(*) > 0
union all select 'no-money', null, count(*) from dealt where status = 'won' and minor is null having count(*) > 0
order by what
