import { Client } from "pg";

/** So many rows of each table one statement makes. */
const batch = 50_000;

/**
 * Fills the tables with conversations of the last days, each with two questions, their answers, a delivery, an account
 * and a number. One in ten thousand is in Chinese, and one in a thousand questions failed after 8 s. What is sealed is
 * random: nobody opens it.
 */
export async function seedConversations(
  url: string,
  count: number,
  everySeconds = 0.4,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select bot_id, key_id from bot_secrets limit 1");
  const { bot_id: botId, key_id: keyId } = rows[0];
  for (let from = 1; from <= count; from += batch) {
    const to = Math.min(count, from + batch - 1);
    for (const statement of statements) {
      const text = statement
        .replaceAll(":key", client.escapeLiteral(keyId))
        .replaceAll(":every", String(everySeconds));
      await client.query(text, [botId, from, to]);
    }
    if (count > batch) console.error(`${to} of ${count} conversations`);
  }
  await client.query(`vacuum (analyze) ${tables.join(", ")}`);
  await client.end();
}

const tables = [
  ...["conversations", "messages", "deliveries", "conversation_accounts", "conversation_numbers"],
];

/** The newest first: at 0.4 seconds a million is of five days. */
const at = "now() - nth * interval '1 second' * :every";

const statements = [
  `insert into conversations (bot_id, conversation_id, channel, token_hash, key_id, sealed_key, state,
     last_seq, last_inbound_seq, handled_seq, created_at, active_at, locale, spoken, asked, answered)
   select $1, 'c_' || md5(nth::text), 'web-chat', sha256(nth::text::bytea), :key,
     decode(repeat(md5(nth::text), 4), 'hex'), decode(repeat(md5(nth::text), 40), 'hex'), 4, 3, 3, ${at}, ${at},
     case nth % 10000 when 0 then 'zh' else 'en' end, true, true, true
   from generate_series($2::integer, $3::integer) as nth`,
  `insert into messages (bot_id, conversation_id, seq, direction, dedupe_key, body, status, kind, at)
   select $1, 'c_' || md5(nth::text), seq, case seq % 2 when 1 then 'in' else 'out' end,
     case seq % 2 when 1 then md5(nth::text || seq) end, decode(repeat(md5(nth::text), 8), 'hex'),
     case seq % 2 when 0 then 'sent' end, case seq % 2 when 1 then 'text' end, ${at}
   from generate_series($2::integer, $3::integer) as nth, generate_series(1, 4) as seq`,
  `insert into deliveries (bot_id, conversation_id, delivery_id, method, outcome, http_status,
     started_at, duration_ms, sealed, seq, question)
   select $1, 'c_' || md5(nth::text), 'order_list_' || nth, 'orders',
     case when failed then 'timeout' else 'answered' end, case when not failed then 200 end,
     ${at}, case when failed then 8000 else 12 end, decode(repeat(md5(nth::text), 20), 'hex'), 1,
     case when failed then 'unavailable' else 'answered' end
   from generate_series($2::integer, $3::integer) as nth, lateral (select nth % 1000 = 0) as one (failed)`,
  `insert into conversation_accounts (bot_id, conversation_id, lookup)
   select $1, 'c_' || md5(nth::text), sha256(('account' || nth)::bytea)
   from generate_series($2::integer, $3::integer) as nth`,
  `insert into conversation_numbers (bot_id, conversation_id, lookup)
   select $1, 'c_' || md5(nth::text), sha256(('number' || nth)::bytea)
   from generate_series($2::integer, $3::integer) as nth`,
];
