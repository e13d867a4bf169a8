-- Open reviews: who may be the same as somebody else, waiting for a person's word.
--
-- Grain     one row; n proposals of identity (identity.sql)
select count(*) as n from identity_proposal
