-- company.db, version 7: write keys that are changed without a gap, and events that were not taken.
--
-- source.before_hash   SHA-256 of the write key before the last change; good until before_until, so that programs can be changed
--                      one after the other. Null: there was no change
-- arrival_refused      an event that was not taken, as it came, and why: kept as long as arrivals are, at most 1,000 a source
alter table source add column before_hash text;
alter table source add column before_until text;

create table arrival_refused (
  seq integer primary key,
  source text not null,
  received_at text not null,
  type text not null,
  event text not null,
  reason text not null,
  json text not null
) strict;

create index arrival_refused_by_source on arrival_refused (source, seq);
