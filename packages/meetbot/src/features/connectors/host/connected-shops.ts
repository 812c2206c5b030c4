import { AsyncLocalStorage } from "node:async_hooks";
import {
  type ConnectedShop,
  ConnectorConfigError,
  ConnectorError,
  type ConnectorTable,
  connectorOf,
  createConnectorWebhook,
} from "@meetbot/connectors";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { LRUCache } from "lru-cache";
import { createGuardedFetch } from "./guarded-fetch.ts";
import type { CheckAnswer, Order, RawAnswer } from "./messages.ts";

/** How many shops to keep in memory, with what their connectors cache for seconds. */
const maxShops = 500;

/** A disconnected shop gets no more queries, so the host forgets a shop after this long without one. */
const idleMs = 3_600_000;

type Ask = Extract<Order, { kind: "ask" }>;

interface Remembered {
  version: string;
  name: string;
  shop: ConnectedShop;
  /** There is one webhook per set of secrets: a rotation does not discard what the shop remembers. */
  secrets: string;
  answer: (request: Request) => Promise<Response>;
  end: NodeJS.Timeout;
}

/** The problem that occurred while one request was answered. */
interface Troubled {
  trouble: RawAnswer["trouble"];
  isFromPlatform: boolean;
}

/** Creates the connected shops, each with its own configuration, origin and secrets. */
export function createConnectedShops(connectors: ConnectorTable, agent: MerchantAgent) {
  const shops = new LRUCache<string, Remembered>({
    max: maxShops,
    dispose: ({ end }) => clearTimeout(end),
  });
  const forgetLater = (botId: string) => setTimeout(() => shops.delete(botId), idleMs).unref();
  const requests = new AsyncLocalStorage<Troubled>();
  const onError = (error: unknown) => {
    const request = requests.getStore();
    if (request) request.trouble = troubleOf(error);
  };

  /** Marks requests that the platform itself answered: a shop's cached data shows nothing about its platform. */
  const noted =
    (guarded: typeof fetch): typeof fetch =>
    async (...call) => {
      const answer = await guarded(...call);
      const request = requests.getStore();
      if (request) request.isFromPlatform = true;
      return answer;
    };

  function connect(name: string, config: unknown): ConnectedShop {
    const connector = connectorOf(name, connectors);
    if (!connector) throw new ConnectorError("unavailable", "this Meetbot has no such connector");
    try {
      const read = connector.readConfig(config);
      const fetch = noted(createGuardedFetch(agent, connector.originOf(read)));
      return connector.connect(read, { fetch, now: Date.now });
    } catch (error) {
      if (!(error instanceof ConnectorConfigError)) throw error;
      const what = `what was given for ${error.field} is not enough any more: give it again`;
      throw new ConnectorError("unavailable", what);
    }
  }

  function shopOf({ botId, name, version, config, secrets }: Ask): Remembered {
    const key = secrets.join("\n");
    const known = shops.get(botId);
    const isSame = known?.version === version && known.name === name;
    if (isSame && known.secrets === key) {
      clearTimeout(known.end);
      known.end = forgetLater(botId);
      return known;
    }
    const shop = isSame ? known.shop : connect(name, config);
    const answer = createConnectorWebhook(shop, { signingSecret: secrets, onError });
    const fresh = { version, name, shop, secrets: key, answer, end: forgetLater(botId) };
    shops.set(botId, fresh);
    return fresh;
  }

  return {
    /**
     * Answers as a merchant's webhook does: verifies, parses, looks up, answers. `signal` aborts when no caller waits.
     */
    async answer(ask: Ask, signal: AbortSignal): Promise<RawAnswer> {
      const { method, headers, body } = ask.request;
      const request = new Request("http://connector.invalid/", {
        method,
        headers,
        signal,
        ...(body && method !== "GET" && { body: new Uint8Array(body) }),
      });
      const troubled: Troubled = { trouble: null, isFromPlatform: false };
      const answer = async () => {
        try {
          return await shopOf(ask).answer(request);
        } catch (error) {
          onError(error);
          return Response.json({ success: false }, { status: 503 });
        }
      };
      const response = await requests.run(troubled, answer);
      return {
        statusCode: response.status,
        headers: Object.fromEntries(response.headers),
        body: new Uint8Array(await response.arrayBuffer()),
        ...troubled,
      };
    },
    async check(name: string, config: unknown): Promise<CheckAnswer> {
      try {
        return await connect(name, config).check();
      } catch (error) {
        return { isOk: false, ...troubleOf(error) };
      }
    },
  };
}

/**
 * Returns the platform problem that an error describes. For an error that no connector threw on purpose, returns only
 * its name.
 */
function troubleOf(error: unknown): NonNullable<RawAnswer["trouble"]> {
  if (error instanceof ConnectorError) return { problem: error.problem, detail: error.detail };
  const name = error instanceof Error ? error.name : "unknown";
  return { problem: "broken_answer", detail: `the connector did not expect this: ${name}` };
}
