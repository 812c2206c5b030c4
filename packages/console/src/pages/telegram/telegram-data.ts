import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { OutputOf } from "../../api/routes.ts";
import { profileKey } from "../../parts/channel/publishing.tsx";

export type Telegram = OutputOf<"GET /bots/{bot_id}/telegram">;
export type Connected = OutputOf<"PUT /bots/{bot_id}/telegram/bot">;
export type Disconnected = OutputOf<"DELETE /bots/{bot_id}/telegram/bot">;
export type Look = OutputOf<"GET /bots/{bot_id}/telegram/profile">["languages"][number];

export const profileQuery = (botId: string) =>
  queryOptions({
    queryKey: profileKey("telegram", botId),
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/telegram/profile", { path: { bot_id: botId } }, { signal }),
    staleTime: 0,
  });
