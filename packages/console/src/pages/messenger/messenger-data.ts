import type { OutputOf } from "../../api/routes.ts";
import { routeQuery } from "../../api/use-route.ts";

export type Messenger = OutputOf<"GET /bots/{bot_id}/messenger">;
export type FacebookPage = NonNullable<Messenger["page"]>;
export type MessengerProfile = OutputOf<"GET /bots/{bot_id}/messenger/profile">;
export type Disconnected = OutputOf<"DELETE /bots/{bot_id}/messenger/page">;

export const profileQuery = (botId: string) =>
  routeQuery("GET /bots/{bot_id}/messenger/profile", { path: { bot_id: botId } }, { staleTime: 0 });
