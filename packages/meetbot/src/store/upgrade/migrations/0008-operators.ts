import { type Kysely, sql } from "kysely";

/** Who signs in to the console, what each may do, and what each did. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * These five are better-auth's own (its models user, session, account, verification and passkey), by
 * our names for them. They are global and tiny.
 */
const operators = `
  create table operators (
    id text primary key,
    name text not null,
    email text not null unique,
    email_verified boolean not null default false,
    image text,
    administrator boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`;

const operatorSessions = `
  create table operator_sessions (
    id text primary key,
    token text not null unique,
    user_id text not null references operators on delete cascade,
    expires_at timestamptz not null,
    ip_address text,
    user_agent text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`;

/** A password lies here as its scrypt hash; the columns about OAuth stay empty. */
const operatorCredentials = `
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
  )`;

const operatorVerifications = `
  create table operator_verifications (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`;

const operatorPasskeys = `
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
  )`;

/** Requests to sign in, by network and route: better-auth's rate limits, for all nodes together. */
const signInRates = `
  create table sign_in_rates (
    id text primary key,
    key text not null unique,
    count integer not null,
    last_request bigint not null
  )`;

/** Wrong passwords, by an HMAC of the email they were tried for. */
const signInFailures = `
  create table sign_in_failures (
    email_key bytea not null,
    at timestamptz not null default now()
  )`;

const botMembers = `
  create table bot_members (
    bot_id text not null references bots on delete cascade,
    operator_id text not null references operators on delete cascade,
    role text not null check (role in ('owner', 'editor', 'viewer')),
    primary key (bot_id, operator_id)
  )`;

/**
 * A link that works once: it makes an operator (the first one, or one who was invited), or lets one
 * who is known sign in. Only the hash of its token is kept.
 */
const oneTimeLinks = `
  create table one_time_links (
    link_id text primary key,
    token_hash bytea not null unique,
    operator_id text references operators on delete cascade,
    email text,
    administrator boolean not null default false,
    bot_id text references bots on delete cascade,
    role text check (role in ('owner', 'editor', 'viewer')),
    created_by text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    check ((bot_id is null) = (role is null))
  )`;

const apiTokens = `
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
  )`;

/** What was answered to a write with an idempotency key; sealed, for it may hold a new secret. */
const idempotencyKeys = `
  create table idempotency_keys (
    caller text not null,
    idempotency_key text not null,
    request_hash bytea not null,
    key_id text not null,
    sealed bytea not null,
    created_at timestamptz not null default now(),
    primary key (caller, idempotency_key)
  )`;

/** Changes that are about no one bot: who signed in, who was invited, whose role was changed. */
const operatorAudit = `
  create table operator_audit (
    entry bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    actor text not null,
    action text not null,
    detail json not null check (json_typeof(detail) = 'object')
  )`;

const indexes = [
  "create index operator_sessions_user on operator_sessions (user_id)",
  "create index operator_credentials_user on operator_credentials (user_id)",
  "create index operator_verifications_identifier on operator_verifications (identifier)",
  "create index operator_passkeys_user on operator_passkeys (user_id)",
  "create index sign_in_failures_email on sign_in_failures (email_key, at)",
  "create index bot_members_operator on bot_members (operator_id)",
  "create index idempotency_keys_created on idempotency_keys (created_at)",
];

const statements = [
  operators,
  operatorSessions,
  operatorCredentials,
  operatorVerifications,
  operatorPasskeys,
  signInRates,
  signInFailures,
  botMembers,
  oneTimeLinks,
  apiTokens,
  idempotencyKeys,
  operatorAudit,
  ...indexes,
];
