-- lockstep.db as version 1 of its schema left it, with a few rows. Never edited: what was once released must open for ever.
pragma application_id = 1280526385;
pragma user_version = 1;
CREATE TABLE company (
  id text primary key,
  name text not null,
  demo integer not null check (demo in (0, 1)),
  added_at text not null
) strict;
CREATE TABLE sign_in (
  id text primary key,
  email text not null unique collate nocase,
  name text not null,
  password_hash text,
  owns_house integer not null check (owns_house in (0, 1)),
  made_at text not null
) strict;
CREATE TABLE session (
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
CREATE INDEX session_by_sign_in on session (sign_in);
CREATE INDEX session_by_company on session (company);
CREATE TABLE membership (
  sign_in text not null references sign_in (id) on delete cascade,
  company text not null references company (id) on delete cascade,
  person text not null,
  primary key (sign_in, company),
  unique (company, person)
) strict;
CREATE TABLE invitation (
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
CREATE INDEX invitation_by_company on invitation (company);
CREATE TABLE attempt (
  key text not null,
  tried_at text not null
) strict;
CREATE INDEX attempt_by_key on attempt (key, tried_at);
CREATE TABLE audit (
  id integer primary key,
  happened_at text not null,
  who text not null,
  what text not null,
  detail text not null,
  company text
) strict;
CREATE INDEX audit_by_company on audit (company, id);
insert into company values ('havel', 'Havel Pumps', 0, '2026-02-03T08:00:00.000Z');
insert into sign_in values ('s_ana', 'ana@example.com', 'Ana', 'argon2id$…', 1, '2026-02-03T08:00:00.000Z');
insert into session values ('t_1', 'a0a0', 's_ana', 'api', 'nightly', 'read', 'havel', null, '2026-02-04T00:00:00.000Z', '2026-02-03T08:00:00.000Z');
insert into membership values ('s_ana', 'havel', 'p_ana');
insert into invitation values ('i_1', 'b1b1', 'havel', 'Ben', null, 'marketer', '["marketing"]', 'p_ana', '2026-02-03T08:00:00.000Z', '2026-02-10T08:00:00.000Z', null);
insert into attempt values ('email:ana@example.com', '2026-02-03T08:00:00.000Z');
insert into audit values (1, '2026-02-03T08:00:00.000Z', 's_ana', 'signed-in', 'web', null);
