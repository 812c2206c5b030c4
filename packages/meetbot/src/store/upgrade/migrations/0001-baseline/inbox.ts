/** The inbox: conversations that people answer, and how they work on them. */
export const inbox = `
-- Conversations that people have to do with, from when a person was first called or took it. customer_seq and
-- person_seq are the last messages of either side. dealt_for: the wait (by its begin) that was assigned, or left
-- to nobody. reply_counted_for, end_counted_for: the wait that was counted last.
create table inbox_conversations (
  bot_id text not null,
  conversation_id text not null,
  status text not null default 'open' check (status in ('open', 'closed')),
  reason text not null,
  called_at timestamptz not null default now(),
  waiting_since timestamptz,
  owed_since timestamptz,
  first_waited_at timestamptz,
  first_replied_at timestamptz,
  closed_at timestamptz,
  assigned_to text,
  snoozed_until timestamptz,
  snoozed_until_reply boolean not null default false,
  customer_seq integer,
  customer_at timestamptz,
  person_seq integer,
  person_at timestamptz,
  updated_at timestamptz not null default now(),
  dealt_for timestamptz,
  reply_counted_for timestamptz,
  end_counted_for timestamptz,
  primary key (bot_id, conversation_id),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index inbox_conversations_latest on inbox_conversations (bot_id, status, updated_at desc);
create index inbox_conversations_owed on inbox_conversations (bot_id, owed_since)
  where owed_since is not null;
create index inbox_conversations_assigned on inbox_conversations (assigned_to, bot_id)
  where assigned_to is not null;
create index inbox_conversations_waiting on inbox_conversations (bot_id, waiting_since)
  where waiting_since is not null;
create index inbox_conversations_unread on inbox_conversations (person_at) where person_seq is not null;
create index inbox_conversations_uncounted on inbox_conversations (updated_at)
  where first_waited_at is not null and first_replied_at is not null
    and (reply_counted_for is distinct from first_waited_at
      or status = 'closed' and closed_at is not null
        and end_counted_for is distinct from first_waited_at);

-- Customers who asked for a person, and with which message.
create table person_requests (
  bot_id text not null,
  conversation_id text not null,
  seq integer not null,
  requested_at timestamptz not null default now(),
  primary key (bot_id, conversation_id, seq),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index person_requests_latest on person_requests (bot_id, requested_at);

-- What others are notified of, by ids, written with the change itself. Numbers do not become visible in order:
-- each row says whether alerts (is_spread) and the help desk (is_bridged) have taken it.
create table desk_events (
  bot_id text not null references bots on delete cascade,
  event_id bigint generated always as identity,
  conversation_id text,
  type text not null,
  facts jsonb not null default '{}',
  at timestamptz not null default now(),
  is_spread boolean not null default false,
  is_bridged boolean not null default false,
  primary key (bot_id, event_id)
);
create index desk_events_at on desk_events (at);
create index desk_events_to_spread on desk_events (event_id) where not is_spread;
create index desk_events_to_bridge on desk_events (event_id) where not is_bridged;
create index desk_events_moves on desk_events (bot_id, conversation_id, event_id)
  where type in ('conversation.waiting', 'conversation.taken', 'conversation.returned', 'conversation.closed');

-- Who is on duty for a bot, and when they last did anything there.
create table agent_presence (
  bot_id text not null references bots on delete cascade,
  operator_id text not null references operators on delete cascade,
  is_on boolean not null,
  since timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  capacity smallint not null default 5 check (capacity between 1 and 50),
  primary key (bot_id, operator_id)
);
create index agent_presence_operator on agent_presence (operator_id);

-- sealed: the text and whom it mentions, under the conversation's key.
create table inbox_notes (
  bot_id text not null,
  conversation_id text not null,
  note_id uuid not null,
  author text not null,
  at timestamptz not null default now(),
  sealed bytea not null,
  write_key text not null,
  primary key (bot_id, conversation_id, note_id),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create unique index inbox_notes_write_key on inbox_notes (write_key, conversation_id, bot_id);

-- Whom a note mentions, until they have opened the conversation.
create table inbox_mentions (
  bot_id text not null,
  conversation_id text not null,
  note_id uuid not null,
  operator_id text not null references operators on delete cascade,
  primary key (bot_id, conversation_id, note_id, operator_id),
  foreign key (bot_id, conversation_id, note_id) references inbox_notes on delete cascade
);
create index inbox_mentions_operator on inbox_mentions (operator_id, bot_id);

create table inbox_labels (
  bot_id text not null references bots on delete cascade,
  label_id uuid not null,
  name text not null check (char_length(name) between 1 and 30),
  color text not null,
  primary key (bot_id, label_id)
);
create unique index inbox_labels_name on inbox_labels (lower(name), bot_id);

create table conversation_labels (
  bot_id text not null,
  conversation_id text not null,
  label_id uuid not null,
  primary key (bot_id, conversation_id, label_id),
  foreign key (bot_id, conversation_id) references conversations on delete cascade,
  foreign key (bot_id, label_id) references inbox_labels on delete cascade
);
create index conversation_labels_label on conversation_labels (label_id, bot_id);

-- Who looks at a conversation or writes there. Unlogged: browsers send it again within ten seconds.
create unlogged table conversation_presence (
  bot_id text not null,
  conversation_id text not null,
  operator_id text not null references operators on delete cascade,
  is_writing boolean not null,
  seen_at timestamptz not null default now(),
  primary key (bot_id, conversation_id, operator_id),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index conversation_presence_operator on conversation_presence (operator_id);

-- Versions count over all bots, so that one stands for one text forever.
create sequence canned_reply_versions as integer;
create table canned_replies (
  bot_id text not null references bots on delete cascade,
  reply_id text not null,
  name text not null check (char_length(name) between 1 and 40),
  locale text not null,
  text text not null check (char_length(text) between 1 and 2000),
  version integer not null default nextval('canned_reply_versions'),
  updated_at timestamptz not null default now(),
  updated_by text not null,
  primary key (bot_id, reply_id)
);
create unique index canned_replies_name on canned_replies (bot_id, locale, name);

-- Where a customer who has left gets the answer. It proves nothing.
create table left_emails (
  bot_id text not null,
  conversation_id text not null,
  sealed bytea not null,
  lookup bytea not null,
  left_at timestamptz not null default now(),
  primary key (bot_id, conversation_id),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index left_emails_lookup on left_emails (lookup);

-- One mail for each stretch of what people wrote, until the customer writes again. after_seq: the customer's last
-- message before.
create table reply_mails (
  bot_id text not null,
  conversation_id text not null,
  after_seq integer not null,
  due_at timestamptz not null,
  tries integer not null default 0,
  done_at timestamptz,
  outcome text check (outcome in ('sent', 'seen', 'no_address', 'refused', 'failed')),
  primary key (bot_id, conversation_id, after_seq),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);

create table seen_replies (
  bot_id text not null,
  conversation_id text not null,
  seq integer not null,
  primary key (bot_id, conversation_id),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);

-- A mail's way back into its conversation, once. Nothing of the conversation is shown up to shown_from.
create table return_links (
  bot_id text not null,
  token_hash bytea not null,
  conversation_id text not null,
  shown_from integer not null,
  sealed bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (bot_id, token_hash),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index return_links_conversation on return_links (bot_id, conversation_id);

-- What a customer thinks of the conversation, from 1 to 5, with words that are sealed.
create table ratings (
  bot_id text not null,
  conversation_id text not null,
  holder text not null check (holder in ('bot', 'person')),
  asked_at timestamptz not null default now(),
  value smallint check (value between 1 and 5),
  rated_at timestamptz,
  sealed bytea,
  primary key (bot_id, conversation_id),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);

-- Who was asked lately, though the conversation is gone; the lookup of an account and nothing else.
create table rated_accounts (
  bot_id text not null references bots on delete cascade,
  lookup bytea not null,
  asked_at timestamptz not null default now(),
  primary key (bot_id, lookup)
);
create index rated_accounts_asked on rated_accounts (asked_at);
create index rated_accounts_lookup on rated_accounts (lookup);
`;
