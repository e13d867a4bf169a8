-- company.db, version 6: the folder that is looked into by itself.
--
-- inbox       the one setting: where, how often (minutes), by whom; looked_at: when it was last looked into; fault: why that
--             did not work, null where it did
-- inbox_file  what is known of each file in it, by its name. state: seen (may still be written), loaded, known (its bytes stand
--             already), waiting (nobody has confirmed a mapping for such a file, or it asks something), failed; sha256 of what
--             was read; loads: numbers of the loads made of it, as a JSON list; mtime in whole milliseconds
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
