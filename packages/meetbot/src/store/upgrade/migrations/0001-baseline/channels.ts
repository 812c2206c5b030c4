/** Channels: what is connected, and messages on their way to a platform. */
export const channels = `
-- The outbox of a conversation: one row, which is also the lock. queued_seq is the last outbound message,
-- settled_seq the last one whose sending has ended; the next one is being sent, and sent_parts of it have arrived.
-- attempted_at: a part was sent, and its result is unknown. address is sealed. A takeover that is reported from
-- before handed_back_at came late, or twice. Names that begin with messenger_ are from when this was Messenger's
-- alone.
create table outboxes (
  bot_id text not null,
  conversation_id text not null,
  address bytea not null,
  silent_until timestamptz,
  handed_back_at timestamptz,
  queued_seq integer not null default 0,
  settled_seq integer not null default 0,
  sent_parts smallint not null default 0,
  tries smallint not null default 0,
  attempted_at timestamptz,
  send_at timestamptz,
  fence integer not null default 0,
  channel text not null default 'messenger',
  primary key (bot_id, conversation_id),
  constraint messenger_conversations_bot_id_conversation_id_fkey
    foreign key (bot_id, conversation_id) references conversations on delete cascade,
  constraint messenger_conversations_check check ((send_at is null) = (settled_seq = queued_seq))
) with (fillfactor = 70);
create index outboxes_due on outboxes (send_at) where send_at is not null;

-- external_id: the platform's id of what is connected. On each channel it belongs to one bot: two would answer
-- every customer twice. details: what else is not secret. sealed: the secrets. token_ends_at: as the platform last
-- said; null: never, or unknown.
create table channel_links (
  bot_id text not null
    constraint messenger_pages_bot_id_fkey references bots on delete cascade,
  external_id text not null,
  key_id text not null,
  sealed bytea not null,
  connected_at timestamptz(3) not null default now(),
  paused_until timestamptz,
  stopped_for text constraint messenger_pages_stopped_for_check
    check (stopped_for in ('auth', 'restricted')),
  failure_code integer,
  failure_subcode integer,
  failure_trace text,
  failed_at timestamptz,
  name text,
  token_ends_at timestamptz,
  checked_at timestamptz,
  profile_published_at timestamptz,
  channel text not null default 'messenger',
  details jsonb not null default '{}',
  primary key (bot_id, channel),
  constraint channel_links_external_id unique (channel, external_id)
);

-- Outbound messages that were given up and not queued again. class: null for the oldest.
create table outbound_failures (
  bot_id text not null,
  conversation_id text not null,
  seq integer not null,
  class text,
  code integer,
  subcode integer,
  trace text,
  failed_at timestamptz not null default now(),
  primary key (bot_id, conversation_id, seq),
  constraint messenger_failures_bot_id_conversation_id_seq_fkey
    foreign key (bot_id, conversation_id, seq) references messages on delete cascade
);
create index outbound_failures_latest on outbound_failures (bot_id, failed_at, conversation_id, seq);

-- Our message templates as the platform has them. link_id: the connected page; templates of an earlier one do not
-- count. told_at: up to when the platform has reported by itself, by its own clock.
create table message_templates (
  bot_id text not null,
  channel text not null,
  link_id text not null,
  name text not null,
  language text not null,
  external_id text not null,
  state text not null check (state in ('pending', 'approved', 'rejected', 'paused')),
  reason text,
  told_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (bot_id, channel, link_id, name, language),
  foreign key (bot_id, channel) references channel_links on delete cascade
);

-- The names before all channels had one outbox.
create view messenger_conversations as
select bot_id, conversation_id, address, silent_until, handed_back_at, queued_seq, settled_seq,
sent_parts, tries, attempted_at, send_at, fence
from outboxes;

create view messenger_pages as
select bot_id, external_id as page_id, details->>'app_id' as app_id, key_id, sealed, connected_at,
paused_until, stopped_for, failure_code, failure_subcode, failure_trace, failed_at,
name as page_name, token_ends_at, checked_at, profile_published_at
from channel_links where channel = 'messenger';

create view messenger_failures as select * from outbound_failures;
`;
