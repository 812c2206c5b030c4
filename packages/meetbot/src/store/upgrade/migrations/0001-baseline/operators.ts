/** Operators: who signs in to the console, what each may do, and what each did. */
export const operators = `
-- The first five are better-auth's models user, session, account, verification and passkey.
create table operators (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  administrator boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  public_name text check (char_length(public_name) between 1 and 40)
);

-- issuer, subject, provider_session: of an identity provider that vouches for the session. proved_at: when the
-- operator last proved who they are, where that was before the session. ends_at: however much it is used.
create table operator_sessions (
  id text primary key,
  token text not null unique,
  user_id text not null references operators on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  issuer text,
  subject text,
  provider_session text,
  proved_at timestamptz,
  ends_at timestamptz,
  second_factor boolean not null default false,
  by_link boolean not null default false
);
create index operator_sessions_user on operator_sessions (user_id);
create index operator_sessions_subject on operator_sessions (issuer, subject) where issuer is not null;

-- password: an scrypt hash. The columns about OAuth stay empty.
create table operator_credentials (
  id text primary key,
  user_id text not null references operators on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index operator_credentials_user on operator_credentials (user_id);
create unique index operator_credentials_account on operator_credentials (provider_id, account_id)
  where provider_id <> 'credential';

create table operator_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index operator_verifications_identifier on operator_verifications (identifier);

create table operator_passkeys (
  id text primary key,
  name text,
  user_id text not null references operators on delete cascade,
  credential_id text not null unique,
  public_key text not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
create index operator_passkeys_user on operator_passkeys (user_id);

-- better-auth's rate limits, by network and route.
create table sign_in_rates (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- Wrong passwords, by an HMAC of the email that they were tried for.
create table sign_in_failures (
  email_key bytea not null,
  at timestamptz not null default now(),
  failure_id bigint generated always as identity
);
create index sign_in_failures_email on sign_in_failures (email_key, at);

-- What works once for a while: a sign-in that was begun, a token or a code that was used.
create table sign_in_marks (
  mark text primary key,
  detail json,
  expires_at timestamptz not null
);

create table bot_members (
  bot_id text not null references bots on delete cascade,
  operator_id text not null references operators on delete cascade,
  role text not null check (role in ('owner', 'editor', 'viewer', 'agent')),
  primary key (bot_id, operator_id)
);
create index bot_members_operator on bot_members (operator_id);

-- Invites an operator, or signs one in who is known. creator_id: it is deleted with that operator, and when they
-- lose the right to make it; links of the command line and the first start are nobody's.
create table one_time_links (
  link_id text primary key,
  token_hash bytea not null unique,
  operator_id text references operators on delete cascade,
  email text,
  administrator boolean not null default false,
  bot_id text references bots on delete cascade,
  role text check (role in ('owner', 'editor', 'viewer', 'agent')),
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  creator_id text references operators on delete cascade,
  check ((bot_id is null) = (role is null))
);

create table api_tokens (
  token_id text primary key,
  token_hash bytea not null unique,
  operator_id text not null references operators on delete cascade,
  name text not null,
  scopes text[] not null,
  bot_id text references bots on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz
);

-- The answer to a write with an idempotency key; sealed, for it may hold a new secret.
create table idempotency_keys (
  caller text not null,
  idempotency_key text not null,
  request_hash bytea not null,
  key_id text not null,
  sealed bytea not null,
  created_at timestamptz not null default now(),
  primary key (caller, idempotency_key)
);
create index idempotency_keys_created on idempotency_keys (created_at);

-- Changes that are about no single bot: sign-ins, invitations, roles.
create table operator_audit (
  entry bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  detail json not null check (json_typeof(detail) = 'object')
);
create index operator_audit_at on operator_audit (at, entry);

-- By which push services know this installation.
create table web_push_keys (
  one boolean primary key default true check (one),
  key_id text not null,
  sealed bytea not null
);

-- Browsers of operators. Each ends with the session in which it was made. next_at: its push service refused more
-- until then.
create table web_push_devices (
  device_id text primary key,
  operator_id text not null references operators on delete cascade,
  session_id text not null references operator_sessions on delete cascade,
  endpoint_hash bytea not null unique,
  shown text not null,
  scope text not null check (scope in ('mine', 'all')),
  locale text not null,
  key_id text not null,
  sealed bytea not null,
  created_at timestamptz not null default now(),
  last_sent_at timestamptz,
  next_at timestamptz not null default now()
);
create index web_push_devices_operator on web_push_devices (operator_id);
create index web_push_devices_session on web_push_devices (session_id);

-- The latest event of a conversation on its way to a device; deleted once it is sent.
create table web_pushes (
  bot_id text not null references bots on delete cascade,
  device_id text not null references web_push_devices on delete cascade,
  conversation_id text not null,
  event_id bigint not null,
  type text not null,
  at timestamptz not null,
  tries integer not null default 0,
  send_at timestamptz not null default now(),
  fence bigint not null default 0,
  primary key (bot_id, device_id, conversation_id)
);
create index web_pushes_device on web_pushes (device_id);
create index web_pushes_send_at on web_pushes (send_at);
`;
