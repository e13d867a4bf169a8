-- company.db, version 5: events that programs send in.
--
-- source          a program that may send events; of its write key only a SHA-256 is kept. `touches`: names of events that
--                 count as touches beside the written rule, as a JSON list. `src`: the source that ids belong to
-- arrival         an event as it came, until it is old; with its source, a message id comes once. became: waiting, or what
--                 was made of it (touch, link, kept). day: the company's local day on which it was received
-- arrival_count   how many events of a kind became what, by day; reason is of refused ones. Kept for ever
-- arrival_load    the load of the facts that holds the events of a source and day
-- visit           when a visitor was last seen: what begins a session
create table source (
  id text primary key,
  name text not null,
  src text not null,
  key_hash text not null unique,
  touches text not null check (json_valid(touches)),
  made_by text not null,
  made_at text not null,
  revoked_at text
) strict;

create table arrival (
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

create index arrival_waiting on arrival (seq) where became = 'waiting';
create index arrival_by_time on arrival (received_at);

create table arrival_count (
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

create table arrival_load (
  source text not null,
  day text not null,
  load integer not null,
  primary key (source, day)
) strict;

create table visit (
  source text not null,
  visitor text not null,
  last_at text not null,
  primary key (source, visitor)
) strict;
