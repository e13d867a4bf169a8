-- Identity: who is who across sources. What people decided, and what follows from it and from the files.
--
-- Decided   identity_decision: a ledger, dated and reversible; it is the only table here that is not computed
-- Computed  everything else, by resolve.ts right after each load, revert and decision, whole or (new-names.ts) no more of it than is new;
--           never by a question.
--           A pure function of the facts and of the decisions that stand: taking a decision back gives what stood before it
-- Person    one human being as all sources name him: contacts, addresses, visitors. A number that holds until the next computing
-- Handle    what a source calls somebody: contact (src, id), email (src null, id the address in lower case without spaces around it),
--           visitor (src, id); of an organisation: account (src, id), domain (src null, id the domain)
-- Confidence   certain    a file says it
--              confirmed  a person said it
--              likely     follows by a rule that is seldom wrong; counted, and on the review list
--              possible   on the review list; not counted until somebody says so: never in these tables but identity_proposal
-- Rules     docs/decisions/0018-who-is-who.md

-- of     person: a and b are one human being · account: one organisation · member: person handle a belongs to account handle b
-- same   true: it is so; false: it is not
create table if not exists identity_decision (
  id varchar not null, of varchar not null,
  a_kind varchar not null, a_src varchar, a_id varchar not null,
  b_kind varchar not null, b_src varchar, b_id varchar not null,
  same boolean not null, why varchar,
  decided_by varchar not null, decided_at timestamp not null, revoked_by varchar, revoked_at timestamp);

-- Every contact and address that any row names, and every visitor that somebody linked, with its person. One row per handle;
-- only an address that several people share has one for each of them (rule "shared address").
-- speaks    the handle whose name a person goes by: one per person
-- known_on  the first day on which it was known, for a visitor who was identified on a day; null: always
create table if not exists person_of (
  kind varchar not null, src varchar, id varchar not null, person integer not null,
  rule varchar not null, confidence varchar not null, known_on date, speaks boolean not null);

-- Every account id that any row names, with its account: merged ones have one number. speaks as above.
create table if not exists account_key (
  src varchar not null, id varchar not null, account integer not null, rule varchar not null, confidence varchar not null, speaks boolean not null);

-- Every account id with the record that speaks for it (as_src, as_id) and that record's name.
create or replace view account_named as
select k.src, k.id, k.account, s.src as as_src, s.id as as_id, a.name
from account_key k join account_key s on s.account = k.account and s.speaks left join account a on a.src = s.src and a.id = s.id;

-- To which account a person belongs: usually one row; several where files of several sources say so.
create table if not exists account_of (person integer not null, account integer not null, rule varchar not null, confidence varchar not null);

-- What waits for a person's word, whether it counts already (likely) or not (possible). n people stand behind it; detail says
-- what two have in common.
create table if not exists identity_proposal (
  of varchar not null, a_kind varchar not null, a_src varchar, a_id varchar not null,
  b_kind varchar not null, b_src varchar, b_id varchar not null,
  rule varchar not null, confidence varchar not null, n bigint not null, detail varchar);

-- Which loads and decisions the tables above stand for.
create table if not exists identity_state (stamp varchar not null);

-- Stage definitions as the journal has them, projected by the server: one row per stage, version and sign that counts as
-- entering it. In force on days in [since, until); until null: still. Empty until a version is in force: the stages of the
-- files are used.
-- sign      touch: first touch of the deal · lead: its lead was created · opened · stage: the files' stage `spelling` (lower case,
--           without spaces around it) was entered · won · lost · closed: won or lost
create table if not exists stage_rule (
  version integer not null, since date not null, until date,
  stage_id varchar not null, ordinal integer not null, name varchar not null, side varchar not null,
  sign varchar not null, spelling varchar);
-- skipped   passed: a stage that was jumped over counts as entered on the day of the next one · left-out: it was not entered
-- signed_on the local day of the second signature; stages: the definitions themselves, as questions/stage-rules.ts reads them (JSON)
create table if not exists stage_policy (version integer not null, since date not null, until date, skipped varchar not null);
alter table stage_policy add column if not exists signed_on date;
alter table stage_policy add column if not exists stages json;
