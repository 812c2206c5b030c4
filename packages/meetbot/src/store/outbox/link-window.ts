import type { LinkRef } from "@meetbot/model/channel-link.ts";
import { sql } from "kysely";

/** A link, with its channel's limit on when messages may be sent. */
export interface LinkWindow extends LinkRef {
  /** How long after a customer's last message the bot may send messages; `null` for no limit. */
  windowHours: number | null;
}

/**
 * In SQL: customers whose last message was at or before this moment are outside the window; null if there is no window.
 */
export function windowStart({ windowHours }: Pick<LinkWindow, "windowHours">) {
  return sql<Date | null>`now() - ${windowHours}::double precision * interval '1 hour'`;
}
