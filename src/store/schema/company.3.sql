-- company.db, version 3: comments.
--
-- comment   what people say about a thing of the company, outside any decision; erased, its words are gone for good
create table comment (
  id text primary key,
  thing text not null,
  words text,
  written_by text not null,
  written_at text not null,
  erased_at text,
  check ((words is null) = (erased_at is not null))
) strict;

create index comment_by_thing on comment (thing, written_at);

create trigger comment_is_only_erased before update on comment
when new.words is not null or new.id <> old.id or new.thing <> old.thing
begin
  select raise(abort, 'a comment is erased, never rewritten');
end;
