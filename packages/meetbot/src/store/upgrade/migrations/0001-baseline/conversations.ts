/** Conversations as mailboxes, their messages, and what is stored about their customers. */
export const conversations = `
-- Deleting a row destroys the key of all that was said in it: copies left elsewhere cannot be opened. last_seq
-- numbers the customer's and the bot's messages alike; handled_seq is the inbound message whose turn ended last. A
-- conversation is due exactly while a message waits: the check is the mailbox's invariant. Taking and renewing a
-- lease touch no indexed column, and the fill factor leaves room for these updates on the same page. spoken,
-- asked, answered, person_asked, asked_again, refused: facts for figures, of the first day. holder: whoever
-- changes it beside a turn raises fence with it, so that the running turn is retried. held_by: an operator, or
-- elsewhere. held_at: since when, or when that person wrote last. shown_from, returned_seq: for customers who come
-- back by a link. An index that only bot_id begins may be taken for the primary key in a table without statistics.
-- Hence some end with bot_id, and the condition of conversations_active, which holds for every row, keeps it from
-- the statements of the mailbox.
create table conversations (
  bot_id text not null references bots on delete cascade,
  conversation_id text not null,
  channel text not null,
  token_hash bytea not null,
  key_id text not null,
  sealed_key bytea not null,
  state bytea,
  last_seq integer not null,
  last_inbound_seq integer not null,
  handled_seq integer not null default 0,
  due_at timestamptz,
  lease_until timestamptz,
  fence integer not null default 0,
  created_at timestamptz not null default now(),
  active_at timestamptz not null default now(),
  locale text,
  spoken boolean not null default false,
  asked boolean not null default false,
  answered boolean not null default false,
  person_asked boolean not null default false,
  asked_again boolean not null default false,
  refused boolean not null default false,
  holder text not null default 'bot' check (holder in ('bot', 'waiting', 'person')),
  holder_version integer not null default 0,
  held_by text,
  held_at timestamptz,
  shown_from integer not null default 0,
  returned_seq integer not null default 0,
  primary key (bot_id, conversation_id),
  check ((due_at is null) = (handled_seq = last_inbound_seq)),
  constraint conversations_held check ((holder = 'person') = (held_by is not null))
) with (fillfactor = 70);
create unique index conversations_token on conversations (token_hash, bot_id);
create index conversations_due on conversations (due_at) where due_at is not null;
create index conversations_key on conversations (key_id);
create index conversations_held on conversations (holder, held_at, bot_id) where holder <> 'bot';
create index conversations_held_by on conversations (held_by) where held_by is not null;
create index conversations_unspoken on conversations (bot_id, active_at)
  where last_inbound_seq = 1 and not spoken;
create index conversations_active on conversations (bot_id, active_at desc, conversation_id desc)
  include (channel, locale)
  where active_at > '-infinity';

-- A customer's message waits while its seq is above its conversation's handled_seq. status is about sending the
-- bot's messages. author: the operator who wrote it; null: the bot. write_key: the same write again changes
-- nothing. kind: null for the bot's. Dedupe keys are random: behind conversation_id those of one conversation lie
-- together in the index.
create table messages (
  bot_id text not null,
  conversation_id text not null,
  seq integer not null,
  direction text not null check (direction in ('in', 'out')),
  dedupe_key text check ((dedupe_key is not null) = (direction = 'in')),
  body bytea not null,
  status text check (status in ('queued', 'sending', 'sent', 'unknown', 'failed')),
  at timestamptz not null default now(),
  redacted_at timestamptz,
  kind text,
  author text,
  write_key text,
  primary key (bot_id, conversation_id, seq),
  foreign key (bot_id, conversation_id) references conversations on delete cascade,
  check ((status is not null) = (direction = 'out'))
);
alter table messages add constraint messages_kind_check
  check (kind in ('start', 'text', 'tap', 'media')) not valid;
create index messages_said on messages (bot_id, at, kind) where kind in ('text', 'tap');
create unique index messages_write_key on messages (write_key, conversation_id, bot_id)
  where write_key is not null;
create unique index messages_dedupe on messages (conversation_id, dedupe_key, bot_id) where direction = 'in';

-- One query to the shop. seq: the message whose turn asked; a replay has none, and names the delivery that it
-- repeats. question: what the customer's question came to. asked_by: an operator, by id; null: a customer's
-- question. What deliveries_latest includes is what the log is filtered by; deliveries_unusual has all but quick,
-- plain answers.
create table deliveries (
  bot_id text not null,
  delivery_id text not null,
  conversation_id text not null,
  method text not null,
  outcome text not null,
  http_status integer,
  started_at timestamptz not null,
  duration_ms integer not null,
  sealed bytea not null,
  seq integer,
  exchanges smallint,
  secret_fingerprint text,
  replay_of text,
  question text check (question in ('answered', 'not_found', 'unavailable')),
  asked_by text,
  primary key (bot_id, delivery_id),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index deliveries_conversation on deliveries (bot_id, conversation_id);
create index deliveries_latest on deliveries (bot_id, started_at desc, delivery_id desc)
  include (method, outcome, http_status, duration_ms);
create index deliveries_failed on deliveries (bot_id, started_at desc, delivery_id desc)
  where outcome not in ('answered', 'user_not_found', 'order_not_found');
create index deliveries_replays on deliveries (bot_id, replay_of) where replay_of is not null;
create index deliveries_unusual on deliveries (bot_id, started_at desc, delivery_id desc)
  include (method, outcome, http_status, duration_ms)
  where outcome <> 'answered'
    or method not in ('orders', 'packages') or http_status <> 200 or duration_ms >= 1000;

-- The accounts that were named in a conversation. lookup is an HMAC.
create table conversation_accounts (
  bot_id text not null,
  conversation_id text not null,
  lookup bytea not null,
  primary key (bot_id, conversation_id, lookup),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index conversation_accounts_lookup on conversation_accounts (lookup);

-- The orders and packages that a customer named. lookup is an HMAC.
create table conversation_numbers (
  bot_id text not null,
  conversation_id text not null,
  lookup bytea not null,
  primary key (bot_id, conversation_id, lookup),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index conversation_numbers_lookup on conversation_numbers (lookup, bot_id);

-- The sign-in link that was last offered in a conversation, by the hash of its nonce. Once the shop has confirmed
-- it, sealed is the account, and digits that the customer types are compared with code_hash.
create table link_offers (
  bot_id text not null,
  conversation_id text not null,
  nonce_hash bytea not null,
  expires_at timestamptz not null,
  account_lookup bytea,
  sealed bytea,
  code_hash bytea,
  tries_left smallint,
  primary key (bot_id, conversation_id),
  unique (bot_id, nonce_hash),
  foreign key (bot_id, conversation_id) references conversations on delete cascade,
  check (num_nulls(account_lookup, sealed, code_hash, tries_left) in (0, 4))
);
create index link_offers_expires on link_offers (expires_at);
create index link_offers_account on link_offers (bot_id, account_lookup) where account_lookup is not null;

-- The account that a conversation is linked with, as an HMAC.
create table account_links (
  bot_id text not null,
  conversation_id text not null,
  account_lookup bytea not null,
  linked_at timestamptz(3) not null default now(),
  expires_at timestamptz not null,
  primary key (bot_id, conversation_id),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index account_links_expires on account_links (expires_at);
create index account_links_account on account_links (bot_id, account_lookup);

-- Events of a conversation that was deleted on request, for as long as the platform may send them again, as
-- hashes.
create table forgotten_events (
  bot_id text not null references bots on delete cascade,
  event bytea not null,
  expires_at timestamptz not null,
  primary key (bot_id, event)
);
create index forgotten_events_expire on forgotten_events (expires_at);

-- Customers' pictures. received_bytes: as they were sent, for the limit of a day. What is sealed cannot be
-- compressed.
create table pictures (
  bot_id text not null,
  conversation_id text not null,
  picture_id text not null,
  dedupe_key text not null,
  place integer not null,
  type text not null,
  width integer,
  height integer,
  bytes integer not null,
  received_bytes integer not null,
  is_scanned boolean not null,
  body bytea not null,
  at timestamptz not null default now(),
  primary key (bot_id, conversation_id, picture_id),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
alter table pictures alter column body set storage external;
create index pictures_by_day on pictures (bot_id, at);

-- Pictures that are still to be fetched from a platform. due_at: from then on any node may fetch them.
create table picture_fetches (
  bot_id text not null,
  conversation_id text not null,
  dedupe_key text not null,
  channel text not null,
  sealed bytea not null,
  tries integer not null default 0,
  due_at timestamptz not null default now(),
  primary key (bot_id, conversation_id, dedupe_key),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index picture_fetches_due on picture_fetches (due_at);

-- The command that a language model chose for an utterance: names, numbers and a word for what failed, no text of
-- anybody.
create table model_calls (
  bot_id text not null,
  conversation_id text not null,
  seq integer not null,
  call jsonb not null check (jsonb_typeof(call) = 'object'),
  primary key (bot_id, conversation_id, seq),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
`;
