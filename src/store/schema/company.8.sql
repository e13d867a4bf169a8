-- company.db, version 8: what people do in a workshop while it goes on.
--
-- room_change   one change of a workshop's room, in one order without gaps; id is made by whoever sent it, so that the same
--               change sent twice stands once. words: what was written, apart from the rest so that it can be erased;
--               was: dots that stood there before
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
