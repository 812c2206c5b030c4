import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import type { OutputOf } from "../../../api/routes.ts";
import { connectionQuery } from "../../../parts/shop/shop-query.ts";
import type { Config } from "../../../parts/shop/use-credentials.ts";
import { endpointQuery, runsQuery } from "../data/webhook-data.ts";

type Told = OutputOf<"PUT /bots/{bot_id}/connector">;

/** Changes how Meetbot queries the bot's shop, and updates all pages. */
export function useConnecting(botId: string) {
  const queries = useQueryClient();
  const path = { bot_id: botId };
  const refresh = async () => {
    await queries.invalidateQueries(endpointQuery(botId));
    await queries.invalidateQueries(runsQuery(botId));
    await queries.invalidateQueries({ queryKey: ["bots"] });
  };
  return {
    /** Checks and connects with one connector. */
    by: (connector: string) => ({
      check: (config: Config, signal: AbortSignal) =>
        api(
          "POST /bots/{bot_id}/connector/check",
          { path, body: { connector, config } },
          { signal },
        ),
      async connect(config: Config): Promise<Told> {
        const told = await api("PUT /bots/{bot_id}/connector", {
          path,
          body: { connector, config },
        });
        queries.setQueryData(connectionQuery(botId).queryKey, told);
        return told;
      },
    }),
    /** Switches to querying the shop through its own webhook. */
    async leave(endpoint: string): Promise<void> {
      await api("PATCH /bots/{bot_id}", { path, body: { endpoint } });
      queries.setQueryData(connectionQuery(botId).queryKey, { connection: null });
    },
    refresh,
  };
}
