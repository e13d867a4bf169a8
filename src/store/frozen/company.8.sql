-- company.db as version 7 of its schema left it, with a few rows. Never edited: what was once released must open for ever.
pragma application_id = 1280525105;
pragma user_version = 8;
CREATE TABLE journal (
  seq integer primary key,
  type text not null,
  v integer not null check (v >= 1),
  data text not null check (json_valid(data)),
  written_by text not null,
  written_at text not null,
  batch text not null,
  notes text not null check (json_valid(notes))
) strict;
CREATE INDEX journal_by_batch on journal (batch);
CREATE TRIGGER journal_has_no_gaps before insert on journal
when new.seq <> (select coalesce(max(seq), 0) + 1 from journal)
begin
  select raise(abort, 'the journal has no gaps');
end;
CREATE TRIGGER journal_is_never_changed before update on journal
begin
  select raise(abort, 'the journal is append-only');
end;
CREATE TRIGGER journal_is_never_shortened before delete on journal
begin
  select raise(abort, 'the journal is append-only');
end;
CREATE TABLE person (
  id text primary key,
  name text,
  email text,
  erased_at text,
  check ((name is null) = (erased_at is not null))
) strict;
CREATE TABLE note (
  id text primary key,
  words text,
  salt text,
  written_by text not null,
  written_at text not null,
  erased_at text,
  check ((words is null) = (erased_at is not null)),
  check ((words is null) = (salt is null))
) strict;
CREATE TRIGGER note_is_only_erased before update on note
when new.words is not null or new.id <> old.id
begin
  select raise(abort, 'a note is erased, never rewritten');
end;
CREATE TABLE mapping (
  name text primary key,
  headers text not null check (json_valid(headers)),
  json text not null check (json_valid(json)),
  saved_at text not null
) strict;
CREATE TABLE share_link (
  form text primary key,
  token_hash text not null unique
) strict;
CREATE TABLE secret (
  name text primary key,
  value text not null
) strict;
CREATE TABLE letter (
  id integer primary key,
  news text not null unique,
  request text not null,
  address text,
  subject text,
  words text,
  written_at text not null,
  next_try_at text,
  tries integer not null default 0,
  fault text,
  sent_at text,
  check ((next_try_at is null) = (address is null)),
  check ((address is null) = (words is null) and (address is null) = (subject is null))
) strict;
CREATE INDEX letter_by_next_try on letter (next_try_at) where next_try_at is not null;
CREATE INDEX letter_by_request on letter (request);
CREATE TABLE told (
  request text primary key,
  day text not null
) strict;
CREATE TABLE comment (
  id text primary key,
  thing text not null,
  words text,
  written_by text not null,
  written_at text not null,
  erased_at text,
  check ((words is null) = (erased_at is not null))
) strict;
CREATE INDEX comment_by_thing on comment (thing, written_at);
CREATE TRIGGER comment_is_only_erased before update on comment
when new.words is not null or new.id <> old.id or new.thing <> old.thing
begin
  select raise(abort, 'a comment is erased, never rewritten');
end;
CREATE TABLE pack (
  sha256 text primary key,
  json blob not null,
  bytes integer not null,
  made_by text not null,
  made_at text not null
) strict;
CREATE TRIGGER pack_stays before update on pack
begin
  select raise(abort, 'published numbers never change');
end;
CREATE TRIGGER pack_is_kept before delete on pack
begin
  select raise(abort, 'published numbers are never removed');
end;
CREATE TABLE source (
  id text primary key,
  name text not null,
  src text not null,
  key_hash text not null unique,
  touches text not null check (json_valid(touches)),
  made_by text not null,
  made_at text not null,
  revoked_at text
, before_hash text, before_until text) strict;
CREATE TABLE arrival (
  seq integer primary key,
  source text not null,
  message text not null,
  received_at text not null,
  day text not null,
  occurred_at text not null,
  json text not null,
  became text not null check (became in ('waiting', 'touch', 'link', 'kept')),
  unique (source, message)
) strict;
CREATE INDEX arrival_waiting on arrival (seq) where became = 'waiting';
CREATE INDEX arrival_by_time on arrival (received_at);
CREATE TABLE arrival_count (
  source text not null,
  day text not null,
  type text not null,
  event text not null,
  became text not null check (became in ('waiting', 'touch', 'link', 'kept', 'refused')),
  reason text not null,
  n integer not null,
  last_at text not null,
  primary key (source, day, type, event, became, reason)
) strict;
CREATE TABLE arrival_load (
  source text not null,
  day text not null,
  load integer not null,
  primary key (source, day)
) strict;
CREATE TABLE visit (
  source text not null,
  visitor text not null,
  last_at text not null,
  primary key (source, visitor)
) strict;
insert into person values ('p_ana', 'Ana', 'ana@example.com', null), ('p_gone', null, null, '2026-03-01T00:00:00.000Z');
insert into note values ('n_why', 'The fair was called off', '00112233445566778899aabbccddeeff', 'p_ana', '2026-02-03T08:00:00.000Z', null), ('n_gone', null, null, 'p_ana', '2026-02-03T08:00:00.000Z', '2026-03-01T00:00:00.000Z');
insert into journal values (1, 'company/founded', 1, '{"name":"Havel Pumps","currency":"EUR","zone":"UTC","fiscal":{"startMonth":1,"pattern":"calendar"},"demo":false}', 'p_ana', '2026-02-03T08:00:00.000Z', 'batch-01', '{}');
insert into journal values (2, 'objective/retired', 1, '{"id":"o_fair","why":"n_why"}', 'p_ana', '2026-02-03T08:01:00.000Z', 'batch-02', '{"n_why":"256f5cc8b7f297f7832a707b93f133c9c0f3e091ffa48df15addde9f62f5b489"}');
insert into mapping values ('CRM', '["Deal","Won on"]', '{"deal":["opportunity.id"]}', '2026-02-03T08:02:00.000Z');
insert into share_link values ('f_sales', '5f16f4c7f149ac4f9510d9cf8cf384038ad348b3bcdc01915f95de12df9d1b02');
insert into secret values ('links', 'c2VjcmV0');
insert into letter values (1, 'q_one:3', 'q_one', 'sanne@example.com', 'R-1 is received', 'Thank you.', '2026-02-03T08:03:00.000Z', '2026-02-03T08:04:00.000Z', 1, 'refused', null);
insert into letter values (2, 'q_one:4', 'q_one', null, null, null, '2026-02-03T08:05:00.000Z', null, 0, null, '2026-02-03T08:05:30.000Z');
insert into told values ('q_one', '2026-06-30');
insert into comment values ('z_one', 'o_fair', 'Shall we tell the fair?', 'p_ana', '2026-02-03T09:00:00.000Z', null), ('z_gone', 'o_fair', null, 'p_ana', '2026-02-03T09:01:00.000Z', '2026-03-01T00:00:00.000Z');
insert into pack values ('40af9ef1b9b0990a5febd95d0dd399c0403e2415ffc76a8532a7227261b6004e', x'1f8b0800000000000203ab562a482dcacc4f51b25232323032d30d3454aa05008762026d14000000', 20, 'p_ana', '2026-04-03T08:00:00.000Z');
insert into source values ('k_web', 'Website', 'segment', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', '["Quote Opened"]', 'p_ana', '2026-05-03T08:00:00.000Z', null, null, null);
insert into arrival values (1, 'k_web', 'm-1', '2026-05-03T08:01:00.000Z', '2026-05-03', '2026-05-03T08:00:59.000Z', '{"type":"track","event":"Quote Opened","anonymousId":"a1"}', 'waiting');
insert into arrival_count values ('k_web', '2026-05-03', 'track', 'Quote Opened', 'waiting', '', 1, '2026-05-03T08:01:00.000Z');
insert into arrival_load values ('k_web', '2026-05-02', 7);
insert into visit values ('k_web', 'a1', '2026-05-03T08:00:59.000Z');
create table inbox (
  one integer primary key check (one = 1),
  folder text not null,
  every_minutes integer not null check (every_minutes > 0),
  is_on integer not null check (is_on in (0, 1)),
  set_by text not null,
  set_at text not null,
  looked_at text,
  fault text
) strict;

create table inbox_file (
  name text primary key,
  size integer not null,
  mtime integer not null,
  sha256 text,
  state text not null check (state in ('seen', 'loaded', 'known', 'waiting', 'failed')),
  what text not null,
  text text not null,
  todo text not null,
  loads text not null check (json_valid(loads)),
  at text not null
) strict;
insert into inbox values (1, '/data/inbox/acme', 60, 1, 'p_ana', '2026-05-03T08:00:00.000Z', '2026-05-03T09:00:00.000Z', null);
insert into inbox_file values ('deals.csv', 1204, 1777795200000, '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'loaded', 'deals', 'Load 7.', '', '[7]', '2026-05-03T09:00:00.000Z');
CREATE TABLE arrival_refused (
  seq integer primary key,
  source text not null,
  received_at text not null,
  type text not null,
  event text not null,
  reason text not null,
  json text not null
) strict;
CREATE INDEX arrival_refused_by_source on arrival_refused (source, seq);
update source set before_hash = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', before_until = '2026-05-04T08:00:00.000Z';
insert into arrival_refused values (1, 'k_web', '2026-05-02T10:00:00.000Z', 'track', 'Lead', 'neither userId nor anonymousId', '{"type":"track","event":"Lead"}');
create table room_change (
  workshop text not null,
  seq integer not null,
  id text not null,
  made_by text not null,
  made_at text not null,
  json text not null check (json_valid(json)),
  words text,
  was integer not null,
  primary key (workshop, seq),
  unique (workshop, id)
) strict;
insert into room_change values ('h_spring', 1, 'c-1', 'p_ana', '2026-05-04T08:00:00.000Z', '{"do":"write","card":"j_a","topic":"ideas","lane":""}', 'A fair of our own', 0);
