-- The facts of one company: what stands now, merged from every load that has not been taken back.
--
-- Grain     one row per (src, id), for parts one per (src, …) as named at the table; src is the source named at
--           import ("files" unless said otherwise). Kept by loads/merge.ts, not by an index: on a million touches
--           an index would double the time a load takes
-- Time      *_at  instant in UTC, null where the file gave only a date
--           *_on  local day in the company's zone, set wherever there is any date at all
-- Money     *_minor whole minor units; currency ISO 4217 or null ("the file never said")
-- Links     a reference (account_id, contact_id, lead_id, opportunity_id) names an id in the same src
-- attrs     columns of the file without a place of their own, as a JSON object of text, number or boolean;
--           an empty cell leaves its key out
-- load      the last load that said something about the row
-- Not here  loads, held rows, the rows as loaded and aliases: ledger.sql

create table if not exists account (
  src varchar not null, id varchar not null, load integer not null,
  name varchar, domain varchar, created_at timestamp, created_on date, attrs json);

create table if not exists contact (
  src varchar not null, id varchar not null, load integer not null,
  account_id varchar, name varchar, email varchar, title varchar, created_at timestamp, created_on date, attrs json);

create table if not exists lead (
  src varchar not null, id varchar not null, load integer not null,
  contact_id varchar, account_id varchar, email varchar, channel varchar, campaign varchar, self_reported varchar, owner varchar,
  created_at timestamp, created_on date, attrs json);

-- status    open, won or lost; null where the file has no stage, no outcome flag and no close date
create table if not exists opportunity (
  src varchar not null, id varchar not null, load integer not null,
  name varchar, account_id varchar, lead_id varchar, owner varchar, product varchar, stage varchar, status varchar,
  amount_minor bigint, currency varchar, self_reported varchar,
  opened_at timestamp, opened_on date, closed_at timestamp, closed_on date, expected_on date, attrs json);

-- One row per (src, opportunity_id, contact_id).
create table if not exists opportunity_contact (
  src varchar not null, opportunity_id varchar not null, contact_id varchar not null, load integer not null);

-- One row each time an opportunity entered a stage, per (src, opportunity_id, stage, seq). seq orders entries of one day:
-- ten times the how-many-eth entry of this stage it is, plus nine where the stage's name says it is closed.
-- inferred  true where nothing recorded the entry and the deal's closing date stands for it; it gives way to a recorded one
create table if not exists stage_entry (
  src varchar not null, opportunity_id varchar not null, stage varchar not null, seq integer not null, load integer not null,
  entered_at timestamp, entered_on date, inferred boolean);
alter table stage_entry add column if not exists inferred boolean;

-- What the CRM's own history says a field of a deal held from a moment on, one row per (src, opportunity_id, field, moment).
-- field   amount (value in whole minor units), close_date (YYYY-MM-DD), stage, status; any other as the file names it
-- moment  changed_at where the file gave a time, else changed_on, as text
-- was     what the file says the field held before; null where it does not say, never guessed from other rows
-- value   what it held from then on; null: it was emptied
create table if not exists deal_change (
  src varchar not null, opportunity_id varchar not null, field varchar not null, moment varchar not null, load integer not null,
  changed_at timestamp, changed_on date, was varchar, value varchar);

-- Campaigns as the CRM or the marketing system records them: they lend touches that name them by id their name, channel and kind.
-- channel   what the record calls its type (Webinar, Trade Show, Email); offline follows from it
create table if not exists campaign_record (
  src varchar not null, id varchar not null, load integer not null,
  name varchar, channel varchar, offline boolean, starts_on date, ends_on date, attrs json);

-- campaign  the campaign as the file names it (UTM value, CRM campaign, ad platform name): resolved through campaign_name
-- offline   true for what happened in person, by post or by phone
-- part      the part of its source that is only ever sent whole (a day of web analytics); null: the row stands by itself
-- visitor   the anonymous or user id under which a tool knows a device or sign-in; whose it is stands in visitor_link
create table if not exists touch (
  src varchar not null, id varchar not null, load integer not null,
  contact_id varchar, account_id varchar, email varchar, touched_at timestamp, touched_on date,
  channel varchar, campaign varchar, kind varchar, what varchar, offline boolean, visitor varchar, part varchar, attrs json);
alter table touch add column if not exists part varchar;

-- Somebody said whose a visitor is: identify, alias, group, or a CRM that keeps the visitor's id.
-- user_id   another visitor that is the same one (an anonymous id and the user id it became)
-- contact_id, account_id   ids in the same src; email: an address, the bridge to other sources
-- since     when it was said; null where nobody knows
create table if not exists visitor_link (
  src varchar not null, id varchar not null, load integer not null,
  visitor varchar, user_id varchar, contact_id varchar, account_id varchar, email varchar, since_at timestamp, since_on date);

-- platform  the ad platform that billed it (Google Ads, Meta Ads, …); null: no ad platform, an invoice. ad_account and
--           ad_campaign_id are the platform's own: a text, never a number. Of an ad platform, the latest load that covers
--           a day of an ad account speaks alone for it (load_part in ledger.sql)
create table if not exists spend (
  src varchar not null, id varchar not null, load integer not null,
  spent_on date, channel varchar, campaign varchar, amount_minor bigint, currency varchar,
  impressions bigint, clicks bigint, platform varchar, ad_account varchar, ad_campaign_id varchar, attrs json);
alter table spend add column if not exists platform varchar;
alter table spend add column if not exists ad_account varchar;
alter table spend add column if not exists ad_campaign_id varchar;

-- item      the work item of the Backlog (its id or reference, W-198); days are person-days
create table if not exists work_done (
  src varchar not null, id varchar not null, load integer not null,
  item varchar, person varchar, days double, done_on date, started_on date, attrs json);

-- Reference files (products, sales teams), one row per (src, name, id): name is the lookup's key column as the file spells it.
create table if not exists lookup (
  src varchar not null, name varchar not null, id varchar not null, load integer not null, attrs json);

-- Projected from the journal by the server, never loaded: the links that turn a walk of the thread into joins.
create table if not exists thread_campaign (
  campaign_id varchar primary key, name varchar, channel varchar, foundational boolean,
  item_id varchar, priority_id varchar, guidepoint varchar);
-- requester  the first person who asked for it; null where nobody is recorded as having asked
create table if not exists thread_item (item_id varchar primary key, ref varchar, title varchar, priority_id varchar, foundational boolean);
alter table thread_item add column if not exists requester varchar;
-- A priority serves one or more outcomes; an outcome serves one objective.
create table if not exists thread_outcome (priority_id varchar, outcome_id varchar, objective_id varchar, primary key (priority_id, outcome_id));
-- What each segment of the audience means (segments/definition.ts); its members are counted, never kept.
create table if not exists segment (segment_id varchar primary key, name varchar, definition json);
-- Every spelling that means a campaign: tracking key, aliases, name and id; folded with lower(trim(x)).
create table if not exists campaign_name (found varchar primary key, campaign_id varchar, lent boolean);
alter table campaign_name add column if not exists lent boolean;
-- Spend with the campaign it belongs to (means): by the ad platform's campaign id first, then by name; null: none answers.
create or replace view spend_named as
  select s.*, coalesce(i.campaign_id, n.campaign_id) as means
  from spend s left join campaign_name i on i.found = lower(trim(s.ad_campaign_id)) left join campaign_name n on n.found = lower(trim(s.campaign));
-- The touch rules in force (questions/touch-rules.ts), one row; none until the server has projected some.
create table if not exists touch_rule (one boolean primary key default true check (one), version integer not null, rules json not null);
-- The company as the facts must know it: one row.
create table if not exists company (one boolean primary key default true check (one), name varchar, zone varchar, currency varchar, look_back_days integer, start_month integer, pattern varchar);

-- Exchange rates of the company, as recorded (domain/capacity/rate.ts), as fractions: minor units of the company's currency
-- = minor units of `currency` × above ÷ below, each step in force from `since` to before `until` (null: none followed).
create table if not exists fx_step (currency varchar not null, since date not null, until date, above hugeint not null, below hugeint not null);
-- The same by day, so that a rate is an equality join: left join fx on fx.currency = o.currency and fx.day = <its day>.
-- The last rate holds for ten years; no row: no rate is known for that day, and the money is held apart.
create table if not exists fx (currency varchar not null, day date not null, above hugeint not null, below hugeint not null);

-- Money in the currency `wanted`: itself where it is in it, converted by a rate of `fx` where it is not, half a minor unit
-- away from zero (kernel/rate.ts); null where no rate is known, or where one of the two was never said.
-- How to join: left join fx on fx.currency = o.currency and fx.day = money_day(o.status, o.closed_on, $as_of::date)
--              … in_money(o.amount_minor, o.currency, $currency, fx.above, fx.below); spend: fx.day = s.spent_on
create or replace macro in_money(minor, currency, wanted, above, below) as
  case when currency is not distinct from wanted then minor
    when minor is not null and above is not null then (sign(minor) * ((2::hugeint * abs(minor) * above + below) // (2::hugeint * below)))::bigint end;
-- The day whose rate a deal's amount is converted by: that of its close, and $as_of while it is open.
create or replace macro money_day(status, closed_on, as_of) as if(status in ('won', 'lost') and closed_on <= as_of, closed_on, as_of);

-- The state of the facts as a whole: a new stamp with every commit. What was worked out of one state (journeys) is right while
-- the stamp is the same, also after a restart, a copy or a restore.
create table if not exists facts_stamp (stamp varchar not null);
insert into facts_stamp select uuid()::varchar where not exists (from facts_stamp);
-- What counts as cost, as settled (domain/measurement/costs.ts): one row. day_minor and sales_month_minor in `currency`;
-- margin is gross margin as a share of revenue, term the months over which a deal's amount is earned; null as there.
create table if not exists cost_rule (one boolean primary key default true check (one), version integer not null, spend boolean not null, lines boolean not null,
  day_minor bigint, sales_month_minor bigint, currency varchar, margin double, term integer);
-- Invoices recorded by hand on budget lines, those struck out left away: whole minor units of the line's currency.
create table if not exists line_entry (line_id varchar not null, line varchar not null, spent_on date not null, amount_minor bigint not null,
  currency varchar not null, campaign_id varchar, priority_id varchar);
