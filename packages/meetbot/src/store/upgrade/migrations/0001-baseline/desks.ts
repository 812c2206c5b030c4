/** Alerts to the team, and help desks that conversations are handed to. */
export const desks = `
-- fence and leased_until belong to the node that sends there at the moment.
create table alert_destinations (
  bot_id text not null references bots on delete cascade,
  destination_id text not null,
  kind text not null,
  name text not null,
  shown text not null,
  is_signed boolean not null,
  locale text not null,
  events text[] not null,
  with_text boolean not null,
  key_id text not null,
  sealed bytea not null,
  is_on boolean not null default true,
  created_at timestamptz not null default now(),
  last_sent_at timestamptz,
  failing_since timestamptz,
  failures integer not null default 0,
  stopped_at timestamptz,
  stopped_for text,
  next_at timestamptz not null default now(),
  fence bigint not null default 0,
  leased_until timestamptz,
  primary key (bot_id, destination_id)
);

-- send_at: null when it is done.
create table alert_deliveries (
  bot_id text not null,
  destination_id text not null,
  event_id bigint not null,
  conversation_id text,
  type text not null,
  facts jsonb not null,
  at timestamptz not null,
  status text not null default 'waiting',
  tries integer not null default 0,
  send_at timestamptz default now(),
  http_status integer,
  problem text,
  ended_at timestamptz,
  primary key (bot_id, destination_id, event_id),
  foreign key (bot_id, destination_id) references alert_destinations on delete cascade
);
create index alert_deliveries_at on alert_deliveries (at);
create index alert_deliveries_waiting on alert_deliveries (bot_id, destination_id, event_id)
  where send_at is not null;

-- A shop's own help desk. hook_hash: of the token in the address that the desk calls; null: it calls none.
create table bridges (
  bot_id text not null references bots on delete cascade,
  kind text not null,
  shown text not null,
  locale text not null,
  with_numbers boolean not null,
  key_id text not null,
  sealed bytea not null,
  hook_hash bytea,
  is_on boolean not null default true,
  created_at timestamptz not null default now(),
  last_done_at timestamptz,
  failing_since timestamptz,
  failures integer not null default 0,
  problem text,
  stopped_at timestamptz,
  stopped_for text,
  next_at timestamptz not null default now(),
  primary key (bot_id)
);

-- How much of a conversation the desk has. told_seq: the last message that it has; there is no second queue of
-- messages. due_at: null when it has all. stirs counts events, so that none is missed that happens while the desk
-- is called. Until rests_until events are gathered. place: what the desk calls the conversation. The leased ones
-- are being sent, or their node died.
create table bridge_conversations (
  bot_id text not null,
  conversation_id text not null,
  place jsonb,
  is_introduced boolean not null default false,
  told_seq integer not null,
  told_holder text,
  is_open boolean not null default true,
  owes_note text,
  heard_close text,
  due_at timestamptz,
  rests_until timestamptz,
  stirs integer not null default 0,
  tries integer not null default 0,
  problem text,
  fence bigint not null default 0,
  leased_until timestamptz,
  primary key (bot_id, conversation_id),
  foreign key (bot_id) references bridges on delete cascade,
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index bridge_conversations_due on bridge_conversations (due_at) where due_at is not null;
create index bridge_conversations_leased on bridge_conversations (bot_id) where leased_until is not null;
create index bridge_conversations_places on bridge_conversations using gin (place jsonb_path_ops);
`;
