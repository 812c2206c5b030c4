import { useQuery } from "@tanstack/react-query";
import { botsQuery } from "./me.ts";

const ranks = { viewer: 1, editor: 2, owner: 3 } as const;

/** Whether the operator's role on a bot is enough; false until it is known. */
export function useMay(botId: string): (role: keyof typeof ranks) => boolean {
  const { data } = useQuery(botsQuery);
  const bot = data?.data.find(({ bot_id }) => bot_id === botId);
  return (role) => bot !== undefined && ranks[bot.role] >= ranks[role];
}
