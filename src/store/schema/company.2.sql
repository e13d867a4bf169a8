-- company.db, version 2: how people without an account ask for work and hear of it.
--
-- share_link   the secret of a form's link, as its SHA-256; which form it opens stands in the journal
-- secret       what this company signs with, made by chance when first needed; never in the journal or an export
-- letter       mail that waits to be sent, written in the transaction of the decision it tells of; once it is sent,
--              given up or erased, neither address nor words are kept. Its news is what makes it once
-- told         the date that the requester of a request was last told
create table share_link (
  form text primary key,
  token_hash text not null unique
) strict;

create table secret (
  name text primary key,
  value text not null
) strict;

create table letter (
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

create index letter_by_next_try on letter (next_try_at) where next_try_at is not null;
create index letter_by_request on letter (request);

create table told (
  request text primary key,
  day text not null
) strict;
