import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { OutputOf } from "../../api/routes.ts";
import { profileKey } from "../../parts/channel/publishing.tsx";

export type Messenger = OutputOf<"GET /bots/{bot_id}/messenger">;
export type FacebookPage = NonNullable<Messenger["page"]>;
export type Profile = OutputOf<"GET /bots/{bot_id}/messenger/profile">;
export type Disconnected = OutputOf<"DELETE /bots/{bot_id}/messenger/page">;

export const profileQuery = (botId: string) =>
  queryOptions({
    queryKey: profileKey("messenger", botId),
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/messenger/profile", { path: { bot_id: botId } }, { signal }),
    staleTime: 0,
  });
