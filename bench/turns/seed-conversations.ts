import { Client } from "pg";

/** So many rows of each table one statement makes. */
const batch = 50_000;

/**
 * Fills the tables with conversations of long ago, each with a question, its answer and a delivery.
 * What is sealed is random: nobody opens it.
 */
export async function seedConversations(url: string, count: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select bot_id, key_id from bot_secrets limit 1");
  const { bot_id: botId, key_id: keyId } = rows[0];
  for (let from = 1; from <= count; from += batch) {
    const to = Math.min(count, from + batch - 1);
    for (const statement of statements) {
      await client.query(statement.replaceAll(":key", client.escapeLiteral(keyId)), [
        botId,
        from,
        to,
      ]);
    }
    console.error(`${to} of ${count} conversations`);
  }
  await client.query("vacuum (analyze) conversations, messages, deliveries");
  await client.end();
}

const statements = [
  `insert into conversations (bot_id, conversation_id, channel, token_hash, key_id, sealed_key, state,
     last_seq, last_inbound_seq, handled_seq, created_at, active_at)
   select $1, 'c_' || md5(nth::text), 'web-chat', sha256(nth::text::bytea), :key,
     decode(repeat(md5(nth::text), 4), 'hex'), decode(repeat(md5(nth::text), 40), 'hex'), 2, 1, 1, at, at
   from generate_series($2::integer, $3::integer) as nth,
     lateral (select now() - nth * interval '0.4 seconds') as made (at)`,
  `insert into messages (bot_id, conversation_id, seq, direction, dedupe_key, body, status, kind, at)
   select $1, 'c_' || md5(nth::text), seq, case seq when 1 then 'in' else 'out' end,
     case seq when 1 then md5(nth::text) end, decode(repeat(md5(nth::text), 8), 'hex'),
     case seq when 2 then 'sent' end, case seq when 1 then 'text' end,
     now() - nth * interval '0.4 seconds'
   from generate_series($2::integer, $3::integer) as nth, generate_series(1, 2) as seq`,
  `insert into deliveries (bot_id, conversation_id, delivery_id, method, outcome, http_status,
     started_at, duration_ms, sealed)
   select $1, 'c_' || md5(nth::text), 'order_list_' || nth, 'orders', 'answered', 200,
     now() - nth * interval '0.4 seconds', 12, decode(repeat(md5(nth::text), 20), 'hex')
   from generate_series($2::integer, $3::integer) as nth`,
];
