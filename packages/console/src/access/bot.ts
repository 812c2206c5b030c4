import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { InputOf, OutputOf } from "../api/routes.ts";
import { routeQuery } from "../api/use-route.ts";

/** A bot with its settings. */
export type Bot = OutputOf<"GET /bots/{bot_id}">;
/** Settings that are to change. */
export type BotChanges = NonNullable<InputOf<"PATCH /bots/{bot_id}">["body"]>;

/** The query for one bot; the cache stores all data of the bot below its key. */
export const botQuery = (botId: string) =>
  routeQuery("GET /bots/{bot_id}", { path: { bot_id: botId } });

export const checklistQuery = (botId: string) =>
  routeQuery("GET /bots/{bot_id}/checklist", { path: { bot_id: botId } });

/** The bot in the address of the page. */
export function useBotId(): string {
  const { botId = "" } = useParams({ strict: false }) as { botId?: string };
  return botId;
}

export function useBot() {
  return useQuery(botQuery(useBotId()));
}
