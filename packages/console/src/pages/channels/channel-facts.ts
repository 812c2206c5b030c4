import type { OutputOf } from "../../api/routes.ts";

/** The server's data about a bot's channels. */
export type ChannelFacts = OutputOf<"GET /bots/{bot_id}/channels">;
