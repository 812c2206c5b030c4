/** Figures of the overview: plain facts beside what is sealed, and numbers that outlive both. */
export const figures = `
-- Utterances that the bot could do nothing with. likeness is an HMAC that can be compared; empty where the message
-- was redacted. is_followed: whether a customer who was asked back was understood then; null: not known yet.
create table unanswered (
  bot_id text not null,
  conversation_id text not null,
  seq integer not null,
  reason text not null check (reason in ('not_understood', 'asked_back', 'other_topic')),
  likeness bytea not null,
  at timestamptz not null default now(),
  is_followed boolean,
  primary key (bot_id, conversation_id, seq),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index unanswered_latest on unanswered (bot_id, at);

-- What happened in a quarter of an hour, from which an hour and a day can be made in every time zone.
-- conversations, with_question, self_served, handed_over, asked_again and left_after_refusal count conversations
-- that began in it.
create table tallies (
  bot_id text not null references bots on delete cascade,
  quarter timestamptz not null,
  conversations integer not null default 0,
  with_question integer not null default 0,
  self_served integer not null default 0,
  handed_over integer not null default 0,
  messages integer not null default 0,
  utterances integer not null default 0,
  not_understood integer not null default 0,
  other_topics integer not null default 0,
  answered integer not null default 0,
  not_found integer not null default 0,
  unavailable integer not null default 0,
  asked_again integer not null default 0,
  left_after_refusal integer not null default 0,
  primary key (bot_id, quarter)
);
create index tallies_quarter on tallies (quarter);

-- Deliveries of a quarter by outcome and duration; see duration-class.ts.
create table delivery_tallies (
  bot_id text not null references bots on delete cascade,
  quarter timestamptz not null,
  method text not null,
  outcome text not null,
  duration_class smallint not null,
  deliveries integer not null,
  primary key (bot_id, quarter, method, outcome, duration_class)
);

-- Quarters before counted_until are counted; conversations from open_from on are less than a day old and are
-- counted again. One row, which is also the lock. strict_since: milder rules counted before; null: none did.
create table tally_progress (
  one boolean primary key default true check (one),
  counted_until timestamptz not null,
  open_from timestamptz not null,
  strict_since timestamptz
);

insert into tally_progress (counted_until, open_from)
select quarter, quarter from date_bin('15 minutes', now(), 'epoch') as quarter;

create table feedback (
  bot_id text not null,
  conversation_id text not null,
  seq integer not null,
  value text not null check (value in ('up', 'down')),
  at timestamptz not null default now(),
  primary key (bot_id, conversation_id, seq),
  foreign key (bot_id, conversation_id, seq) references messages on delete cascade
);

create table feedback_tallies (
  bot_id text not null references bots on delete cascade,
  quarter timestamptz not null,
  up integer not null default 0,
  down integer not null default 0,
  primary key (bot_id, quarter)
);

-- How often each topic of the shop's own answers was asked.
create table topic_requests (
  bot_id text not null,
  conversation_id text not null,
  seq integer not null,
  topic text not null,
  answered boolean not null,
  at timestamptz not null default now(),
  primary key (bot_id, conversation_id, seq),
  foreign key (bot_id, conversation_id, seq) references messages on delete cascade
);
create index topic_requests_at on topic_requests (bot_id, at);

create table topic_tallies (
  bot_id text not null references bots on delete cascade,
  quarter timestamptz not null,
  topic text not null,
  asked integer not null,
  answered integer not null,
  primary key (bot_id, quarter, topic)
);

create table rating_tallies (
  bot_id text not null references bots on delete cascade,
  quarter timestamptz not null,
  holder text not null,
  value smallint not null,
  ratings integer not null,
  primary key (bot_id, quarter, holder, value)
);

-- Waits of customers that are counted already.
create table counted_waits (
  bot_id text not null,
  conversation_id text not null,
  kind text not null check (kind in ('first_reply', 'resolution')),
  since timestamptz not null,
  seconds integer not null,
  at timestamptz not null,
  primary key (bot_id, conversation_id, kind, since),
  foreign key (bot_id, conversation_id) references conversations on delete cascade
);
create index counted_waits_latest on counted_waits (bot_id, kind, at);

-- How long customers waited within office hours, in classes, by the quarter in which the wait ended.
create table wait_tallies (
  bot_id text not null references bots on delete cascade,
  quarter timestamptz not null,
  kind text not null,
  duration_class smallint not null,
  waits integer not null,
  primary key (bot_id, quarter, kind, duration_class)
);
`;
