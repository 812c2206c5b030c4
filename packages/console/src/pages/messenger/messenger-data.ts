import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { OutputOf } from "../../api/routes.ts";

export type Messenger = OutputOf<"GET /bots/{bot_id}/messenger">;
export type FacebookPage = NonNullable<Messenger["page"]>;
export type Check = OutputOf<"POST /bots/{bot_id}/messenger/check">["checks"][number];
export type Profile = OutputOf<"GET /bots/{bot_id}/messenger/profile">;
export type ProfilePart =
  OutputOf<"POST /bots/{bot_id}/messenger/profile/compare">["differs"][number];
export type DeadLetter = OutputOf<"GET /bots/{bot_id}/messenger/failed">["data"][number];
export type FailureClass = NonNullable<DeadLetter["failure"]>["class"];

/** Messages go out all the time. Meta is not asked for this. */
const lookAgainMs = 15_000;

export const messengerQuery = (botId: string) =>
  queryOptions({
    queryKey: ["bots", botId, "messenger"],
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/messenger", { path: { bot_id: botId } }, { signal }),
    refetchInterval: lookAgainMs,
    staleTime: 0,
  });

export const profileQuery = (botId: string) =>
  queryOptions({
    queryKey: ["bots", botId, "messenger", "profile"],
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/messenger/profile", { path: { bot_id: botId } }, { signal }),
    staleTime: 0,
  });

export const lettersKey = (botId: string) => ["bots", botId, "messenger", "failed"] as const;
