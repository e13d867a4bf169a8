-- company.db, version 1: the journal of one company, and the rows that go with it.
--
-- journal   every decision, in one order without gaps; nothing in it is ever changed or deleted
-- person    people as named in this company; events hold only their ids, so a person can be erased
-- note      what people wrote: reasons, requests' words; events hold id and salted hash, so a note can be erased
-- mapping   how files with certain headers are read
--
-- Times are UTC, ISO 8601 with Z. Released versions are never edited: a change is the next file.
create table journal (
  seq integer primary key,
  type text not null,
  v integer not null check (v >= 1),
  data text not null check (json_valid(data)),
  written_by text not null,
  written_at text not null,
  batch text not null,
  notes text not null check (json_valid(notes))
) strict;

create index journal_by_batch on journal (batch);

create trigger journal_has_no_gaps before insert on journal
when new.seq <> (select coalesce(max(seq), 0) + 1 from journal)
begin
  select raise(abort, 'the journal has no gaps');
end;

create trigger journal_is_never_changed before update on journal
begin
  select raise(abort, 'the journal is append-only');
end;

create trigger journal_is_never_shortened before delete on journal
begin
  select raise(abort, 'the journal is append-only');
end;

create table person (
  id text primary key,
  name text,
  email text,
  erased_at text,
  check ((name is null) = (erased_at is not null))
) strict;

create table note (
  id text primary key,
  words text,
  salt text,
  written_by text not null,
  written_at text not null,
  erased_at text,
  check ((words is null) = (erased_at is not null)),
  check ((words is null) = (salt is null))
) strict;

create trigger note_is_only_erased before update on note
when new.words is not null or new.id <> old.id
begin
  select raise(abort, 'a note is erased, never rewritten');
end;

create table mapping (
  name text primary key,
  headers text not null check (json_valid(headers)),
  json text not null check (json_valid(json)),
  saved_at text not null
) strict;
