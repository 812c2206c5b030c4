import type { OutputOf } from "../../api/routes.ts";
import { routeQuery } from "../../api/use-route.ts";

export type Telegram = OutputOf<"GET /bots/{bot_id}/telegram">;
export type Connected = OutputOf<"PUT /bots/{bot_id}/telegram/bot">;
export type Disconnected = OutputOf<"DELETE /bots/{bot_id}/telegram/bot">;
export type TelegramLook = OutputOf<"GET /bots/{bot_id}/telegram/profile">["languages"][number];

export const profileQuery = (botId: string) =>
  routeQuery("GET /bots/{bot_id}/telegram/profile", { path: { bot_id: botId } }, { staleTime: 0 });
