import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { Config } from "../../config.ts";
import {
  openShopWays,
  type ShopWays,
  type WayStore,
} from "../../features/connectors/connecting/open-shop-ways.ts";
import type { AgentOf } from "../../merchant/agent-of.ts";
import { guardOf } from "./guard-of.ts";
import { createLogger } from "./storage.ts";

/**
 * Creates the connections to the shops of a store, as a server in this environment has them. The command must close
 * them.
 */
export function createCommandWays(config: Config): {
  to(store: WayStore): AgentOf;
  close(): Promise<void>;
} {
  const guard = guardOf(config);
  const http = createMerchantAgent(guard);
  const opened: ShopWays[] = [];
  return {
    to(store) {
      const ways = openShopWays({ store, http, guard, log: createLogger("warn") });
      opened.push(ways);
      return ways.agentOf;
    },
    async close() {
      for (const ways of opened) await ways.close();
      await http.close();
    },
  };
}
