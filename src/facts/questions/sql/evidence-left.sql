-- Evidence, left: what could not be counted, where it can happen at all.
--
-- Grain     one row per what
-- what      'no-variant': cases that name none where there are several · 'two-variants': cases that stand in more than one ·
--           'no-money': deals that were won without an amount in $currency · 'no-day': deals that came to what is asked for on a day that
--           nobody recorded, so no look can know it
-- Slots     {cases} {begun} as in evidence.sql; {undated} relation (src, id)
with {cases},
begun as ({begun}),
undated as ({undated}),
one as (select c, min(variant) as low, max(variant) as high from begun group by c)
select 'no-variant' as what, null as name, count(*) as n from one where low is null having count(*) > 0
union all select 'two-variants', null, count(*) from one where low <> high having count(*) > 0
union all select 'no-money', null, count(*) from dealt where status = 'won' and minor is null having count(*) > 0
union all select 'no-day', null, count(*) from dealt d join undated u on u.src = d.src and u.id = d.id having count(*) > 0
order by what
