import { useQuery } from "@tanstack/react-query";
import { botsQuery } from "./me.ts";

const ranks = { viewer: 1, editor: 2, owner: 3 } as const;
type Rank = keyof typeof ranks;

/** The operator's role on a bot; `null` until it is known. */
export function useRole(botId: string): Rank | "agent" | null {
  const { data } = useQuery(botsQuery);
  return data?.data.find(({ bot_id }) => bot_id === botId)?.role ?? null;
}

/** Whether the operator's role on a bot is enough; false until it is known, and for agents. */
export function useMay(botId: string): (role: Rank) => boolean {
  const has = useRole(botId);
  return (role) => has !== null && has !== "agent" && ranks[has] >= ranks[role];
}

/** Whether the operator may answer a bot's customers; false until it is known. */
export function useMayAnswer(botId: string): boolean {
  const has = useRole(botId);
  return has !== null && has !== "viewer";
}
