import { botId } from "./open-console.ts";

type Run = (text: string, values?: unknown[]) => Promise<unknown[]>;

/** Puts so many deliveries into the log of one conversation, one a second; they cannot be opened. */
export async function seedDeliveries(run: Run, count: number): Promise<void> {
  await run(
    `insert into conversations (bot_id, conversation_id, channel, token_hash, key_id, sealed_key,
       last_seq, last_inbound_seq, handled_seq)
     values ($1, 'c_seeded', 'web-chat', sha256('seeded'), 'none', '', 1, 1, 1)`,
    [botId],
  );
  await run(
    `insert into deliveries (bot_id, delivery_id, conversation_id, method, outcome, http_status,
       started_at, duration_ms, sealed, exchanges)
     select $1, 'order_list_seeded_' || n, 'c_seeded', 'orders', 'answered', 200,
       date_trunc('milliseconds', now()) - n * interval '1 second', n % 900, '', 1
     from generate_series(1, $2::integer) as n`,
    [botId, count],
  );
}
