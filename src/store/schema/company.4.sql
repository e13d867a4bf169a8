-- company.db, version 4: the packs of published numbers.
--
-- pack   what was published, as canonical JSON, compressed; named by the SHA-256 of that JSON. Never changed, never removed
create table pack (
  sha256 text primary key,
  json blob not null,
  bytes integer not null,
  made_by text not null,
  made_at text not null
) strict;

create trigger pack_stays before update on pack
begin
  select raise(abort, 'published numbers never change');
end;

create trigger pack_is_kept before delete on pack
begin
  select raise(abort, 'published numbers are never removed');
end;
