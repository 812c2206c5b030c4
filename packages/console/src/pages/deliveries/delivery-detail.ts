import type { OutputOf } from "../../api/routes.ts";

/** A delivery with all its exchanges, as its drawer shows it. */
export type Detail = OutputOf<"GET /bots/{bot_id}/deliveries/{delivery_id}">;
