-- Catalogue: what the files of this company brought that can be asked about.
--
-- Grain    one row per thing; `what` says which
--   attribute  a column without a place of its own     entity, name, detail = text, number, boolean or day
--   header     a mapped column as the file spells it    entity, name = field, detail = header
--   lookup     a column of a reference file             entity = lookup's name, name = column, detail null; name null where the lookup has none
--   alias      a field with confirmed spellings         entity = field (opportunity.product), name null
--   segment    what a segment means                       entity = its id, name, detail = its definition as JSON
--   campaigns  how many campaigns the journal knows     detail = the count as text
-- Holds    loads taken back say nothing here
with live as (select n from load where reverted_at is null)
select distinct 'attribute' as what, entity, name, kind as detail from attribute where load in (from live)
union all select distinct 'header', entity, field, header from load_field where load in (from live) and header is not null
union all select distinct 'lookup', name, key, null from (select name, unnest(coalesce(json_keys(attrs), []) || [null]) as key from lookup)
union all select distinct 'alias', field, null, null from alias where revoked_at is null
union all select 'segment', segment_id, name, definition::varchar from segment
union all select 'campaigns', null, null, count(*)::varchar from thread_campaign
order by all
