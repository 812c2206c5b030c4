import { type Kysely, sql } from "kysely";
import { bots } from "./0001-baseline/bots.ts";
import { channels } from "./0001-baseline/channels.ts";
import { conversations } from "./0001-baseline/conversations.ts";
import { desks } from "./0001-baseline/desks.ts";
import { figures } from "./0001-baseline/figures.ts";
import { inbox } from "./0001-baseline/inbox.ts";
import { limits } from "./0001-baseline/limits.ts";
import { operators } from "./0001-baseline/operators.ts";
import { updates } from "./0001-baseline/updates.ts";
import { webhook } from "./0001-baseline/webhook.ts";

/**
 * All tables of the first release. Every primary key of what belongs to a bot begins with `bot_id`, so that the tables can be
 * spread over servers by bot without a change. Whatever people wrote or a merchant answered is sealed: `sealed…`, `state`
 * and `body`, under the conversation's key or, where a `key_id` stands beside it, under that master key.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const part of parts) await sql.raw(part).execute(db);
}

/** In an order in which each refers to those before it. */
export const parts: readonly string[] = [
  ...[bots, operators, conversations, limits, channels],
  ...[inbox, desks, webhook, updates, figures],
];
