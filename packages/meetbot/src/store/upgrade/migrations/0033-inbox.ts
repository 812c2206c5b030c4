import { type Kysely, sql } from "kysely";

/** What people do around a conversation: notes, labels, whose it is to be, who looks at it, by what it is found. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const ofConversation =
  "foreign key (bot_id, conversation_id) references conversations on delete cascade";

/** `sealed`: the text and whom it calls, under the conversation's key. */
const notes = [
  `create table inbox_notes (
     bot_id text not null,
     conversation_id text not null,
     note_id uuid not null,
     author text not null,
     at timestamptz not null default now(),
     sealed bytea not null,
     write_key text not null,
     primary key (bot_id, conversation_id, note_id),
     ${ofConversation}
   )`,
  `create unique index inbox_notes_write_key on inbox_notes (write_key, conversation_id, bot_id)`,
];

const labels = [
  `create table inbox_labels (
     bot_id text not null references bots on delete cascade,
     label_id uuid not null,
     name text not null check (char_length(name) between 1 and 30),
     color text not null,
     primary key (bot_id, label_id)
   )`,
  "create unique index inbox_labels_name on inbox_labels (lower(name), bot_id)",
  `create table conversation_labels (
     bot_id text not null,
     conversation_id text not null,
     label_id uuid not null,
     primary key (bot_id, conversation_id, label_id),
     ${ofConversation},
     foreign key (bot_id, label_id) references inbox_labels on delete cascade
   )`,
  "create index conversation_labels_label on conversation_labels (label_id, bot_id)",
];

/** What a crash loses of it is said again within ten seconds. */
const presence = `
  create unlogged table conversation_presence (
    bot_id text not null,
    conversation_id text not null,
    operator_id text not null references operators on delete cascade,
    is_writing boolean not null,
    seen_at timestamptz not null default now(),
    primary key (bot_id, conversation_id, operator_id),
    ${ofConversation}
  )`;

/** Orders and packages that a customer named, unreadable. */
const numbers = [
  `create table conversation_numbers (
     bot_id text not null,
     conversation_id text not null,
     lookup bytea not null,
     primary key (bot_id, conversation_id, lookup),
     ${ofConversation}
   )`,
  "create index conversation_numbers_lookup on conversation_numbers (lookup, bot_id)",
];

/** `dealt_for`: the wait (by when it began) for which it was said whose it is to be, or that it is nobody's. */
const assignment = [
  `alter table bots add column assignment text not null default 'manual'
     check (assignment in ('manual', 'round_robin'))`,
  "alter table inbox_conversations add column dealt_for timestamptz",
  `create index inbox_conversations_waiting on inbox_conversations (bot_id, waiting_since)
   where waiting_since is not null`,
];

const statements = [
  ...notes,
  ...labels,
  presence,
  "create index conversation_presence_operator on conversation_presence (operator_id)",
  ...numbers,
  ...assignment,
];
