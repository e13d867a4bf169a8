-- The ledger of loads: what was received, by whom, what was held back, and what names mean.

create table if not exists load (
  n integer primary key, loaded_at timestamp not null, loaded_by varchar not null, src varchar not null,
  file varchar not null,            -- name as received
  sha256 varchar not null,          -- of the bytes as received; they lie in imports/<sha256>
  bytes bigint not null, format varchar not null, encoding varchar, row_count bigint not null, loaded_rows bigint not null, held_rows bigint not null,
  mapping json not null,            -- the mapping as confirmed, dialect and answers included
  reverted_at timestamp, reverted_by varchar);

-- When the file as received was removed, because it named somebody who was erased (identity/erase.ts); null: it stands.
alter table load add column if not exists erased_at timestamp;

-- Which fields of which entity a load spoke about: an absent column leaves a value, an empty cell clears it.
-- field   the column of schema.sql (product, owner, account_id, closed_on, amount_minor), or attrs.<name> for an attribute
-- header  the column as the file spells it; null where the value was constant or given by a program
create table if not exists load_field (load integer not null, entity varchar not null, field varchar not null, header varchar, primary key (load, entity, field));

-- What kind of value an attribute holds: text, number, boolean or day.
create table if not exists attribute (entity varchar not null, name varchar not null, kind varchar not null, load integer not null, primary key (entity, name, load));

-- Touches whose channel and offline are those of their campaign's record (loads/lend.ts), with what was lent.
create table if not exists touch_lent (src varchar not null, id varchar not null, channel varchar, offline boolean);

-- A row that could not be loaded: kept, downloadable, can be mended and loaded.
-- line is the record's number in the file, the header's preamble included: what a spreadsheet shows.
create table if not exists held (
  load integer not null, line bigint not null, col varchar, found varchar, problem varchar not null, todo varchar not null,
  cells json not null, mended_by_load integer, primary key (load, line));

-- Two loads that disagree about one value; the later one stands. id of a part: its key joined by /.
create table if not exists conflict (
  load integer not null, entity varchar not null, src varchar not null, id varchar not null, field varchar not null,
  was varchar, is_now varchar, was_load integer not null);

-- "found" in field means "means"; confirmed by a person, can be taken back. Applied when a question is asked.
-- field   entity.field as in load_field: opportunity.product, opportunity.attrs.seller_id
create table if not exists alias (
  field varchar not null, found varchar not null, means varchar not null,
  confirmed_by varchar not null, confirmed_at timestamp not null, revoked_by varchar, revoked_at timestamp);

-- Parts that a load gives whole: of spend a day of an ad account (platform, ad account, day), of touches a day of web
-- analytics. Of a part, the latest load that gives it speaks alone: rows of earlier loads wait in the _row twin, and
-- stand again when that load is taken back. How a part is written: loads/parts.ts.
create table if not exists load_part (load integer not null, entity varchar not null, src varchar not null, part varchar not null, primary key (load, entity, src, part));

-- Rows as single loads gave them, for keys of which more than one load speaks: what the current row is merged from.
-- A key that one load speaks of stands only in its table of schema.sql. Rows of a load taken back are gone.
create table if not exists account_row as from account limit 0;
create table if not exists contact_row as from contact limit 0;
create table if not exists lead_row as from lead limit 0;
create table if not exists opportunity_row as from opportunity limit 0;
create table if not exists opportunity_contact_row as from opportunity_contact limit 0;
create table if not exists stage_entry_row as from stage_entry limit 0;
alter table stage_entry_row add column if not exists inferred boolean;
create table if not exists deal_change_row as from deal_change limit 0;
create table if not exists campaign_record_row as from campaign_record limit 0;
create table if not exists touch_row as from touch limit 0;
create table if not exists visitor_link_row as from visitor_link limit 0;
create table if not exists spend_row as from spend limit 0;
create table if not exists work_done_row as from work_done limit 0;
create table if not exists lookup_row as from lookup limit 0;

-- Files of older versions lack these columns.
alter table touch add column if not exists visitor varchar;
alter table touch_row add column if not exists visitor varchar;
alter table spend_row add column if not exists platform varchar;
alter table spend_row add column if not exists ad_account varchar;
alter table spend_row add column if not exists ad_campaign_id varchar;
alter table touch_row add column if not exists part varchar;

-- What re-imports showed: a deal whose stage, amount, owner or expected close is another one than in the load before. Kept from
-- day one, without any history of the CRM; a load taken back takes what it showed with it, since nothing is stored for it.
-- Grain        one row per (src, opportunity_id, field, load) at which the value changed
-- not_before   day of the load that still said `was`; seen_on: day of the load that first said `value`, both in the company's
--              zone. When it happened lies between the two, and nobody knows where
create or replace view deal_seen as
with said as (
  select r.src, r.id, f.field, r.load, timezone(coalesce((select zone from company), 'UTC'), timezone('UTC', l.loaded_at))::date as told_on,
    case f.field when 'stage' then r.stage when 'amount_minor' then r.amount_minor::varchar when 'owner' then r.owner else r.expected_on::varchar end as value
  from opportunity_row r join load l on l.n = r.load and l.reverted_at is null
  join load_field f on f.load = r.load and f.entity = 'opportunity' and f.field in ('stage', 'amount_minor', 'owner', 'expected_on')
),
beside as (
  select *, lag(value) over told as was, lag(told_on) over told as not_before, row_number() over told as nth
  from said window told as (partition by src, id, field order by load)
)
select src, id as opportunity_id, field, was, value, not_before, told_on as seen_on, load
from beside where nth > 1 and was is distinct from value;
