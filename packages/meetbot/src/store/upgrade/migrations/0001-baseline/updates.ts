/** Customer updates: what the shop pushes, who wants to know it, and what each was sent. */
export const updates = `
-- What a shop pushed, once for each of its ids. body_hash: the same id with another body is refused. resolve_at:
-- from then on the shop is queried for whose parcel it is; null: nobody needs to know.
create table pushes (
  bot_id text not null references bots on delete cascade,
  push_id text not null,
  method text not null,
  body_hash bytea not null,
  key_id text not null,
  sealed bytea not null,
  occurred_at timestamptz not null,
  expires_at timestamptz,
  accepted_at timestamptz not null default now(),
  recipients integer not null default 0,
  news_until timestamptz not null,
  resolve_at timestamptz,
  primary key (bot_id, push_id)
);
create index pushes_accepted on pushes (accepted_at);
create index pushes_log on pushes (bot_id, accepted_at, push_id);
create index pushes_unresolved on pushes (resolve_at) where resolve_at is not null;
create index pushes_unresolved_of on pushes (bot_id) where resolve_at is not null;

-- Consent: who, to what, how, by which wording, since when, until when and why. lookup: HMAC of the number or the
-- account. channel: the conversation's. The condition of subscriptions_latest holds for every row and keeps it
-- from other statements; subscriptions_conversation ends with bot_id, or it would be taken for the primary key
-- where there are no statistics.
create table subscriptions (
  bot_id text not null,
  subscription_id text not null,
  conversation_id text not null,
  scope text not null check (scope in ('order', 'package', 'account')),
  lookup bytea not null,
  sealed bytea not null,
  source text not null check (source in ('choice', 'signed_in', 'linked', 'shop')),
  wording integer not null,
  locale text not null,
  zone text,
  created_at timestamptz not null default now(),
  ends_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  channel text,
  primary key (bot_id, subscription_id),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index subscriptions_ended on subscriptions (ended_at) where ended_at is not null;
create unique index subscriptions_once on subscriptions (bot_id, conversation_id, lookup)
  where ended_at is null;
create index subscriptions_lookup on subscriptions (bot_id, lookup) where ended_at is null;
create index subscriptions_over on subscriptions (ends_at) where ended_at is null and ends_at is not null;
create index subscriptions_latest on subscriptions (bot_id, created_at desc, subscription_id desc)
  where created_at > '-infinity';
create index subscriptions_conversation on subscriptions (conversation_id, bot_id);

-- One push for one conversation. due_at: from then on a node may take it; null: it is done, or waits for a visit.
-- open_at: a node had the chat open then. told_state: the highest state that the shop was told; told_due: not told
-- before that.
create table notifications (
  bot_id text not null,
  push_id text not null,
  conversation_id text not null,
  subscription_id text not null,
  state text not null default 'accepted',
  because text,
  way text,
  status text,
  tries integer not null default 0,
  due_at timestamptz default now(),
  expires_at timestamptz not null,
  fence bigint not null default 0,
  open_at timestamptz,
  at timestamptz not null default now(),
  told_state text not null default 'accepted',
  told_tries integer not null default 0,
  told_due timestamptz not null default now(),
  primary key (bot_id, push_id, conversation_id),
  foreign key (bot_id, push_id) references pushes on delete cascade,
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index notifications_due on notifications (due_at) where due_at is not null;
create index notifications_held on notifications (bot_id, conversation_id) where state = 'held';
create index notifications_conversation on notifications (bot_id, conversation_id);
create index notifications_untold on notifications (bot_id, told_due)
  where told_state = 'accepted' and state <> 'accepted'
    or told_state in ('held', 'queued') and state not in ('accepted', 'held');

-- What each conversation was told of a parcel. leg: 1 on the way back to the sender. push_id: the push that moved
-- it and is sent; null: none. told_status: what was sent last. told_ahead: a problem was sent because the shop's
-- answer was further than its push. is_read: read on the screen.
create table parcel_progress (
  bot_id text not null,
  conversation_id text not null,
  subject bytea not null,
  status text not null,
  kind text not null,
  rank integer not null,
  leg integer not null default 0,
  occurred_at timestamptz not null,
  push_id text,
  told_status text,
  told_ahead boolean not null default false,
  is_read boolean not null default false,
  primary key (bot_id, conversation_id, subject),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);

-- sealed: the secret that the carrier signs with. hook_hash: of the token in the address that it calls.
create table carrier_connections (
  bot_id text not null references bots on delete cascade,
  kind text not null,
  is_signed boolean not null,
  key_id text not null,
  sealed bytea not null,
  hook_hash bytea not null,
  created_at timestamptz not null default now(),
  last_heard_at timestamptz,
  primary key (bot_id, kind)
);

-- The order of a parcel, for shops that cannot be queried by a carrier's number. tracking: HMAC of the number.
-- sealed: the order's number. conversation_id: where it was seen first, with which it is deleted; null: the shop
-- pushed it.
create table tracked_orders (
  bot_id text not null references bots on delete cascade,
  tracking text not null,
  conversation_id text,
  order_lookup bytea not null,
  key_id text not null,
  sealed bytea not null,
  seen_at timestamptz not null default now(),
  primary key (bot_id, tracking),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index tracked_orders_seen on tracked_orders (bot_id, seen_at);
create index tracked_orders_conversation on tracked_orders (bot_id, conversation_id);

-- By which push services know a bot.
create table customer_push_keys (
  bot_id text primary key references bots on delete cascade,
  key_id text not null,
  sealed bytea not null
);

-- Browsers of customers. endpoint_hash: of the address and the keys, so that whoever learns only the address can
-- replace nobody.
create table customer_devices (
  bot_id text not null,
  device_id text not null,
  conversation_id text not null,
  endpoint_hash bytea not null,
  sealed bytea not null,
  locale text,
  created_at timestamptz not null default now(),
  last_sent_at timestamptz,
  primary key (bot_id, device_id),
  unique (bot_id, endpoint_hash),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index customer_devices_conversation on customer_devices (bot_id, conversation_id);

-- Mailboxes that customers have proved to be theirs; never an address that was only typed. ended_by: returned
-- where the conversation went back to somebody else's hands.
create table news_emails (
  bot_id text not null,
  conversation_id text not null,
  sealed bytea not null,
  lookup bytea not null,
  confirmed_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by text check (ended_by in ('unsubscribed', 'bounced', 'returned')),
  primary key (bot_id, conversation_id),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index news_emails_lookup on news_emails (lookup);
`;
