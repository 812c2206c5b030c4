import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { AgentOf } from "../../../merchant/agent-of.ts";
import { createListenerAgent } from "../../../operations/endpoint/listener-agent.ts";
import type { Store } from "../../../store/store.ts";
import {
  type ConnectorHost,
  type ConnectorHostOptions,
  openConnectorHost,
} from "../host/connector-host.ts";
import { createAgentOf } from "../host/create-agent-of.ts";

/**
 * How long until a node reports an unchanged state of a bot's platform again: another node may have reported a
 * different one.
 */
const sayAgainMs = 60_000;
const maxRemembered = 10_000;

/** Other connectors than there are, or another program that serves them: for tests. */
export type ShopWaysOptions = Pick<ConnectorHostOptions, "connectors" | "program" | "limits">;

/** The parts of the store needed to reach shops. */
export type WayStore = Pick<Store, "bots" | "connections" | "listenedQueries" | "hints">;

interface ShopWaysDeps {
  store: WayStore;
  /** The HTTP agent for shop webhooks. */
  http: MerchantAgent;
  guard: EndpointGuard;
  log: Pick<Logger, "warn">;
  connectors?: ShopWaysOptions | undefined;
}

/** How Meetbot reaches bots' shops: their webhooks, or the connectors and developers' machines that replace one. */
export interface ShopWays {
  host: ConnectorHost;
  agentOf: AgentOf;
  close(): Promise<void>;
}

/** Opens the connections to shops; each query reads the configuration afresh, so changes apply at once. */
export function openShopWays(deps: ShopWaysDeps): ShopWays {
  const { store, http, guard, log } = deps;
  const host = openConnectorHost({
    ...deps.connectors,
    guard,
    onCrash: (reason) => log.warn({ reason }, "the connectors' process ended, and starts anew"),
  });
  const said = new LRUCache<string, string>({ max: maxRemembered, ttl: sayAgainMs });
  const connected = createAgentOf({
    ...{ http, host },
    async reach(botId) {
      const connection = await store.connections.open(botId);
      if (!connection) return null;
      const secrets = await store.bots.secretsOf(botId);
      return secrets && { ...connection, signingSecrets: secrets.signingSecrets };
    },
    onTrouble({ botId, version }, trouble) {
      const now = trouble?.problem ?? "answers";
      const key = `${botId} ${version}`;
      if (said.get(key) === now) return;
      said.set(key, now);
      if (trouble)
        log.warn({ bot: botId, problem: trouble.problem }, "the platform did not answer");
      store.connections.recordTrouble(botId, version, trouble).catch((error: unknown) => {
        said.delete(key);
        log.warn({ err: error, bot: botId }, "what a platform said could not be recorded");
      });
    },
  });
  const agentOf: AgentOf = (botId, listenerId) =>
    listenerId
      ? createListenerAgent(store, { botId, listenerId }, connected(botId))
      : connected(botId);
  return { host, agentOf, close: host.close };
}
