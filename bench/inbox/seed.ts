import type { Pool } from "pg";

export const agents = 20;

/**
 * Fills a bot's inbox: so many open conversations, a third each waiting, held and owed, over twenty agents who
 * are on; one in ten with a label, each with a number that a customer named. What is sealed is never opened here.
 */
export async function seedInbox(pool: Pool, botId: string, conversations: number): Promise<void> {
  for (const text of statements) {
    const values = [botId, conversations].filter((_, nth) => text.includes(`$${nth + 1}`));
    await pool.query(text, values);
  }
  await pool.query("vacuum (analyze)");
}

const statements = [
  `insert into operators (id, name, email)
   select 'op_' || n, 'Agent ' || n, 'agent' || n || '@shop.example' from generate_series(1, ${agents}) as n`,
  `insert into bot_members (bot_id, operator_id, role)
   select $1, 'op_' || n, 'agent' from generate_series(1, ${agents}) as n`,
  `insert into agent_presence (bot_id, operator_id, is_on, capacity)
   select $1, 'op_' || n, true, 50 from generate_series(1, ${agents}) as n`,
  `insert into inbox_labels (bot_id, label_id, name, color)
   values ($1, '00000000-0000-4000-8000-000000000001', 'Damaged', 'red')`,
  `insert into conversations (bot_id, conversation_id, channel, token_hash, key_id, sealed_key,
     last_seq, last_inbound_seq, handled_seq, locale, created_at, active_at, holder, held_by, held_at)
   select $1, 'c_seed_' || n, 'web-chat', sha256(n::text::bytea), 'seed', sha256(n::text::bytea),
     5, 4, 4, 'en', now() - n * interval '5 seconds', now() - n * interval '5 seconds',
     (array['waiting', 'person', 'bot'])[n % 3 + 1],
     case when n % 3 = 1 then 'op_' || (n % ${agents} + 1) end, now() - n * interval '5 seconds'
   from generate_series(1, $2::integer) as n`,
  `insert into inbox_conversations (bot_id, conversation_id, reason, called_at, waiting_since, owed_since,
     customer_seq, customer_at, updated_at)
   select bot_id, conversation_id, 'asked', active_at, case when holder = 'waiting' then active_at end,
     case when holder = 'bot' then active_at end, 4, active_at, active_at
   from conversations where bot_id = $1 and conversation_id like 'c\\_seed\\_%'`,
  `insert into conversation_labels (bot_id, conversation_id, label_id)
   select bot_id, conversation_id, '00000000-0000-4000-8000-000000000001'
   from conversations where bot_id = $1 and abs(hashtext(conversation_id)) % 10 = 0`,
  `insert into conversation_numbers (bot_id, conversation_id, lookup)
   select bot_id, conversation_id, sha256(conversation_id::bytea) from conversations where bot_id = $1`,
];
