import { useQuery } from "@tanstack/react-query";
import type { OutputOf } from "../api/routes.ts";
import { botsQuery } from "./me.ts";

/** A bot as listed; agents get it without its settings. */
export type ListedBot = OutputOf<"GET /bots">["data"][number];
/** An area that can be read or written. */
export type Scope = ListedBot["scopes"][number];

/** An agent has none of the other roles' rights, but can use the inbox and read conversations. */
const ranks = { agent: 0, viewer: 1, editor: 2, owner: 3 } as const;

/** Returns a function that checks whether the operator's role on a bot suffices; false until the role is loaded. */
export function useMay(botId: string): (role: Exclude<keyof typeof ranks, "agent">) => boolean {
  const bot = useListedBot(botId);
  return (role) => bot !== undefined && ranks[bot.role] >= ranks[role];
}

/** Returns whether the operator may answer a bot's customers; false until loaded. */
export function useMayAnswer(botId: string): boolean {
  return useListedBot(botId)?.scopes.includes("inbox:write") ?? false;
}

/** Returns one of the operator's bots, or undefined until it loads or if the operator has no role on it. */
export function useListedBot(botId: string | undefined): ListedBot | undefined {
  const { data } = useQuery(botsQuery);
  return data?.data.find(({ bot_id }) => bot_id === botId);
}
