-- facts.duckdb as the version before the measuring of lags, credit and forecasts left it, with a few rows.
-- Never edited: what was once written must open for ever.

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

create table if not exists opportunity (
  src varchar not null, id varchar not null, load integer not null,
  name varchar, account_id varchar, lead_id varchar, owner varchar, product varchar, stage varchar, status varchar,
  amount_minor bigint, currency varchar, self_reported varchar,
  opened_at timestamp, opened_on date, closed_at timestamp, closed_on date, expected_on date, attrs json);

create table if not exists opportunity_contact (
  src varchar not null, opportunity_id varchar not null, contact_id varchar not null, load integer not null);

create table if not exists stage_entry (
  src varchar not null, opportunity_id varchar not null, stage varchar not null, seq integer not null, load integer not null,
  entered_at timestamp, entered_on date);

create table if not exists touch (
  src varchar not null, id varchar not null, load integer not null,
  contact_id varchar, account_id varchar, email varchar, touched_at timestamp, touched_on date,
  channel varchar, campaign varchar, kind varchar, what varchar, offline boolean, attrs json);

create table if not exists spend (
  src varchar not null, id varchar not null, load integer not null,
  spent_on date, channel varchar, campaign varchar, amount_minor bigint, currency varchar,
  impressions bigint, clicks bigint, attrs json);

create table if not exists work_done (
  src varchar not null, id varchar not null, load integer not null,
  item varchar, person varchar, days double, done_on date, started_on date, attrs json);

create table if not exists lookup (
  src varchar not null, name varchar not null, id varchar not null, load integer not null, attrs json);

create table if not exists thread_campaign (
  campaign_id varchar primary key, name varchar, channel varchar, foundational boolean,
  item_id varchar, priority_id varchar, guidepoint varchar);
create table if not exists thread_item (item_id varchar primary key, ref varchar, title varchar, priority_id varchar, foundational boolean);
create table if not exists thread_outcome (priority_id varchar, outcome_id varchar, objective_id varchar, primary key (priority_id, outcome_id));
create table if not exists segment (segment_id varchar primary key, name varchar, definition json);
create table if not exists campaign_name (found varchar primary key, campaign_id varchar);
create table if not exists company (one boolean primary key default true check (one), name varchar, zone varchar, currency varchar, look_back_days integer, start_month integer, pattern varchar);
create table if not exists load (
  n integer primary key, loaded_at timestamp not null, loaded_by varchar not null, src varchar not null,
  file varchar not null,
  sha256 varchar not null,
  bytes bigint not null, format varchar not null, encoding varchar, row_count bigint not null, loaded_rows bigint not null, held_rows bigint not null,
  mapping json not null,
  reverted_at timestamp, reverted_by varchar);
create table if not exists load_field (load integer not null, entity varchar not null, field varchar not null, header varchar, primary key (load, entity, field));
create table if not exists attribute (entity varchar not null, name varchar not null, kind varchar not null, load integer not null, primary key (entity, name, load));
create table if not exists held (
  load integer not null, line bigint not null, col varchar, found varchar, problem varchar not null, todo varchar not null,
  cells json not null, mended_by_load integer, primary key (load, line));
create table if not exists conflict (
  load integer not null, entity varchar not null, src varchar not null, id varchar not null, field varchar not null,
  was varchar, is_now varchar, was_load integer not null);
create table if not exists alias (
  field varchar not null, found varchar not null, means varchar not null,
  confirmed_by varchar not null, confirmed_at timestamp not null, revoked_by varchar, revoked_at timestamp);
create table if not exists account_row as from account limit 0;
create table if not exists contact_row as from contact limit 0;
create table if not exists lead_row as from lead limit 0;
create table if not exists opportunity_row as from opportunity limit 0;
create table if not exists opportunity_contact_row as from opportunity_contact limit 0;
create table if not exists stage_entry_row as from stage_entry limit 0;
create table if not exists touch_row as from touch limit 0;
create table if not exists spend_row as from spend limit 0;
create table if not exists work_done_row as from work_done limit 0;
create table if not exists lookup_row as from lookup limit 0;
insert into company (one, name, zone, currency, look_back_days, start_month, pattern) values (true, 'Havel Pumps', 'UTC', 'EUR', 365, 1, 'calendar');
insert into load (n, loaded_at, loaded_by, src, file, sha256, bytes, format, row_count, loaded_rows, held_rows, mapping) values (1, '2026-03-01 08:00:00', 'p_ana', 'files', 'old.csv', 'x', 1, 'rows', 4, 4, 0, '{"src":"files","feeds":[{"entity":"opportunity","fields":{},"attributes":[]}]}');
insert into contact (src, id, load, name, email) values ('files', 'k1', 1, 'Kim', 'kim@example.com');
insert into opportunity (src, id, load, name, status, stage, amount_minor, currency, opened_on, closed_on) values ('files', 'd1', 1, 'Brick', 'won', 'Won', 100000, 'EUR', '2026-01-10', '2026-02-01');
insert into opportunity_contact (src, opportunity_id, contact_id, load) values ('files', 'd1', 'k1', 1);
insert into touch (src, id, load, contact_id, touched_on, channel, campaign) values ('files', 't1', 1, 'k1', '2026-01-05', 'E-mail', 'spring'), ('files', 't2', 1, 'k1', '2026-01-20', 'Webinar', 'autumn');
insert into spend (src, id, load, spent_on, channel, campaign, amount_minor, currency) values ('files', 's1', 1, '2026-01-04', 'E-mail', 'spring', 12000, 'EUR');
insert into load_field values (1, 'opportunity', 'status', 'Stage'), (1, 'opportunity', 'closed_on', 'Closed'), (1, 'opportunity', 'amount_minor', 'Amount'), (1, 'opportunity', 'currency', null), (1, 'opportunity', 'opened_on', 'Created'), (1, 'opportunity', 'name', 'Name'), (1, 'opportunity', 'stage', 'Stage'), (1, 'touch', 'contact_id', 'Contact'), (1, 'touch', 'touched_on', 'Day'), (1, 'touch', 'channel', 'Channel'), (1, 'touch', 'campaign', 'Campaign'), (1, 'contact', 'email', 'E-mail'), (1, 'contact', 'name', 'Name'), (1, 'spend', 'spent_on', 'Day'), (1, 'spend', 'amount_minor', 'Cost'), (1, 'spend', 'currency', null), (1, 'spend', 'campaign', 'Campaign'), (1, 'spend', 'channel', 'Channel');
