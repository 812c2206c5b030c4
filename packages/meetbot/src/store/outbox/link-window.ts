import type { LinkRef } from "@meetbot/model/channel-link.ts";
import { sql } from "kysely";

/** A link, and how its channel limits what is said over it. */
export interface LinkWindow extends LinkRef {
  /** So long after a customer's last message something may be said; `null`: always. */
  windowHours: number | null;
}

/** In SQL: whoever wrote last at this moment or before is out of the window; null where there is none. */
export function windowStart({ windowHours }: Pick<LinkWindow, "windowHours">) {
  return sql<Date | null>`now() - ${windowHours}::double precision * interval '1 hour'`;
}
