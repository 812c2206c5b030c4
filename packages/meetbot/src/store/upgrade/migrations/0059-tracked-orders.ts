import { type Kysely, sql } from "kysely";

/**
 * Of which order a parcel is, for shops that cannot be asked by a carrier's number. `tracking`: HMAC of the number,
 * base64url. `sealed`: the order's number, under the master key. `conversation_id`: where it was seen first; null: the shop
 * pushed it. With that conversation it goes.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(trackedOrders).execute(db);
}

const trackedOrders = `
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
  create index tracked_orders_conversation on tracked_orders (bot_id, conversation_id)`;
