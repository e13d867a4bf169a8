-- lockstep.db, version 1: who gets into the house, and where.
--
-- sign_in      a person's login; the first one owns the installation
-- session      web sessions and API tokens; only a SHA-256 of the secret is kept
-- membership   which person a sign-in is in which company
-- invitation   a link that makes somebody a member; only a SHA-256 of its secret is kept
-- attempt      failed sign-ins, for their rate
-- audit        sign-ins, grants and tokens, for ever
-- company      the companies of this house; name and demo are copies of what their journals say
--
-- Times are UTC, ISO 8601 with Z. Released versions are never edited: a change is the next file.
create table company (
  id text primary key,
  name text not null,
  demo integer not null check (demo in (0, 1)),
  added_at text not null
) strict;

create table sign_in (
  id text primary key,
  email text not null unique collate nocase,
  name text not null,
  password_hash text,
  owns_house integer not null check (owns_house in (0, 1)),
  made_at text not null
) strict;

create table session (
  id text primary key,
  token_hash text not null unique,
  sign_in text not null references sign_in (id) on delete cascade,
  kind text not null check (kind in ('web', 'api')),
  name text,
  scope text not null check (scope in ('read', 'write')),
  company text references company (id) on delete cascade,
  expires_at text,
  last_used_at text,
  made_at text not null
) strict;

create index session_by_sign_in on session (sign_in);
create index session_by_company on session (company);

create table membership (
  sign_in text not null references sign_in (id) on delete cascade,
  company text not null references company (id) on delete cascade,
  person text not null,
  primary key (sign_in, company),
  unique (company, person)
) strict;

create table invitation (
  id text primary key,
  token_hash text not null unique,
  company text not null references company (id) on delete cascade,
  name text not null,
  email text,
  role text not null,
  seats text not null check (json_valid(seats)),
  invited_by text not null,
  made_at text not null,
  expires_at text not null,
  used_at text
) strict;

create index invitation_by_company on invitation (company);

create table attempt (
  key text not null,
  tried_at text not null
) strict;

create index attempt_by_key on attempt (key, tried_at);

create table audit (
  id integer primary key,
  happened_at text not null,
  who text not null,
  what text not null,
  detail text not null,
  company text
) strict;

create index audit_by_company on audit (company, id);
