import type { Pool } from "pg";

/**
 * Fills a bot's logs with rows as turns store them, but for what is sealed, which lists never open:
 * three deliveries a conversation, one in fifty failed, one in a thousand replayed, one conversation in
 * forty with the wish for a person, all within the last week.
 */
export async function seedLogs(pool: Pool, botId: string, deliveries: number): Promise<void> {
  const conversations = Math.ceil(deliveries / 3);
  for (const text of statements) {
    await pool.query(text, text.includes("$2") ? [botId, conversations] : [botId]);
  }
  for (const table of ["conversations", "messages", "deliveries", "person_requests"]) {
    await pool.query(`vacuum (analyze) ${table}`);
  }
}

const agoOf = (n: string, most: string) => `${n} * (interval '7 days' / ${most})`;

const statements = [
  `insert into conversations (bot_id, conversation_id, channel, token_hash, key_id, sealed_key,
     last_seq, last_inbound_seq, handled_seq, locale, created_at, active_at, state)
   select $1, 'c_seed_' || n, 'web-chat', sha256(n::text::bytea), 'seed', sha256(n::text::bytea),
     5, 4, 4, case when n % 7 = 0 then 'zh' else 'en' end,
     now() - ${agoOf("n", "$2::integer")} - interval '3 minutes', now() - ${agoOf("n", "$2::integer")},
     decode(repeat(md5(n::text), 20), 'hex')
   from generate_series(1, $2::integer) as n`,
  `insert into messages (bot_id, conversation_id, seq, direction, dedupe_key, body, status, at)
   select bot_id, conversation_id, 1, 'in', 'start', sha256('start'), null, created_at
   from conversations where bot_id = $1 and conversation_id like 'c\\_seed\\_%'`,
  `insert into deliveries (bot_id, delivery_id, conversation_id, method, outcome, http_status,
     started_at, duration_ms, sealed, exchanges, secret_fingerprint, seq, replay_of)
   select bot_id, 'order_list_' || substr(md5(conversation_id || k), 1, 16), conversation_id,
     case when k = 3 then 'packages' else 'orders' end,
     case when h % 50 = 0 then 'timeout' when h % 7 = 0 then 'order_not_found' else 'answered' end,
     case when h % 50 = 0 then null else 200 end,
     date_trunc('milliseconds', active_at - k * interval '40 seconds'),
     case when h % 50 = 0 then 8000 else 20 + h % 400 end,
     decode(repeat(md5(conversation_id), 40), 'hex'), 1, '0a1b2c3d', 4,
     case when h % 1000 = 0 then 'order_list_original' end
   from conversations, generate_series(1, 3) as k,
     lateral (select abs(hashtext(conversation_id || k)) as h) as hashed
   where bot_id = $1 and conversation_id like 'c\\_seed\\_%'`,
  `insert into person_requests (bot_id, conversation_id, seq)
   select bot_id, conversation_id, 4 from conversations
   where bot_id = $1 and abs(hashtext(conversation_id)) % 40 = 0`,
];
