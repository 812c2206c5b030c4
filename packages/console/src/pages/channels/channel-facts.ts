import type { OutputOf } from "../../api/routes.ts";

/** What the server knows of a bot's channels. */
export type ChannelFacts = OutputOf<"GET /bots/{bot_id}/channels">;
