-- Deal ids: which deals a number about deals counts, the latest first; at most $most.
--
-- Grain   one row per deal
-- $which  won, lost: closed as such on a local day in [$since, $until); opened: opened in it; open: stands open at $as_of
select id from opportunity
where case $which
  when 'won' then status = 'won' and closed_on <= $as_of::date and closed_on >= $since::date and closed_on < $until::date
  when 'lost' then status = 'lost' and closed_on <= $as_of::date and closed_on >= $since::date and closed_on < $until::date
  when 'opened' then opened_on <= $as_of::date and opened_on >= $since::date and opened_on < $until::date
  else case when status in ('won', 'lost') and closed_on > $as_of::date then 'open' else status end = 'open' and (opened_on is null or opened_on <= $as_of::date)
end
order by coalesce(closed_on, opened_on) desc nulls last, src, id
limit $most::integer
