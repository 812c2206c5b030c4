import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import {
  type ConnectedShop,
  type Connector,
  ConnectorConfigError,
  ConnectorError,
  type ConnectorProblem,
} from "@meetbot/connectors";
import { type Order, refuse } from "@meetbot/sdk";

/** The key that the platform takes unless a test says otherwise. */
export const platformKey = "plt_canary_4f8a91c2d7";
export const orderNumber = "SCRIPTED-0001-XK";
export const account = "yilia@scripted.example";

export const order: Order = {
  order_number: orderNumber,
  currency: "USD",
  timestamp: "1763900000",
  status: "shipped",
  summary: { total_cost: 48 },
  elements: [{ title: "Linen Lamp", quantity: 1, price: 48 }],
};

/** What the platform does with a request; undefined: it answers as it should. */
export type Scene = (request: IncomingMessage, response: ServerResponse) => boolean | undefined;

/** A shop's platform on this machine: one order, one account, one key. It does what the scene says. */
export async function startPlatform(t: Pick<TestContext, "after">) {
  const state = { key: platformKey, scene: (() => undefined) as Scene, asked: [] as string[] };
  const server = createServer((request, response) => {
    state.asked.push(request.url ?? "");
    if (state.scene(request, response)) return;
    if (request.headers.authorization !== `Bearer ${state.key}`) {
      response.writeHead(401).end("no");
      return;
    }
    const asked = new URL(request.url ?? "", "http://platform.invalid").searchParams;
    const isFound = asked.get("number") === orderNumber || asked.get("account") === account;
    const body = JSON.stringify({ shop: "Scripted Shop", orders: isFound ? [order] : [] });
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}` });
}

interface ScriptedConfig {
  url: string;
  key: string;
}

/** Its numbers do to the worker what a defect would. */
const defects: Record<string, (url: string) => unknown> = {
  "DEFECT-LOOP": () => {
    for (;;);
  },
  "DEFECT-CRASH": () => {
    setTimeout(() => {
      throw new Error(`a defect with ${platformKey}`);
    });
    return new Promise(() => {});
  },
  "DEFECT-FLOOD": () => {
    // By lists that are large each: for that V8 ends a whole process, whatever limit a thread of it has.
    const kept: string[][] = [];
    for (;;) kept.push("x".repeat(2 ** 24).split(""));
  },
  "DEFECT-SILENCE": () => new Promise(() => {}),
  "DEFECT-TYPE": () => {
    throw new TypeError(`cannot read ${platformKey}`);
  },
  "DEFECT-ELSEWHERE": (url) => fetch(`${url}/elsewhere`),
};

/** A connector of a platform that is nobody's, as careful as those that are published. */
const scripted: Connector<ScriptedConfig> = {
  name: "scripted",
  title: "Scripted",
  fields: [
    { name: "url", kind: "url", isRequired: true },
    { name: "key", kind: "secret", isRequired: true },
  ],
  readConfig(value) {
    const { url, key } = value as Partial<ScriptedConfig>;
    if (!url || !URL.canParse(url)) throw new ConnectorConfigError("url", "url is no address.");
    if (!key) throw new ConnectorConfigError("key", "key is missing.");
    return { url, key };
  },
  originOf: ({ url }) => new URL(url).origin,
  connect: connectScripted,
  hear({ headers, body }, { key }) {
    if (headers.get("x-scripted-key") !== key) return { fault: "bad_signature" };
    const { status, at } = JSON.parse(Buffer.from(body).toString());
    const news = { to: { orderNumber }, orderNumber, status, occurredAt: at };
    return { news: [{ method: "order.changed", ...news }] };
  },
};

function connectScripted(
  { url, key }: ScriptedConfig,
  deps: { fetch: typeof fetch },
): ConnectedShop {
  async function ask(query: Record<string, string>): Promise<{ shop: string; orders: Order[] }> {
    const response = await deps
      .fetch(`${url}/orders?${new URLSearchParams(query)}`, {
        headers: { authorization: `Bearer ${key}` },
        signal: AbortSignal.timeout(2_000),
      })
      .catch((error: Error) => {
        throw new ConnectorError("unreachable", `no connection: ${error.name}`);
      });
    const problem = problemOf(response.status);
    if (problem) {
      const after = Number(response.headers.get("retry-after") ?? 0);
      throw new ConnectorError(problem, `HTTP ${response.status}`, after || undefined);
    }
    try {
      return (await response.json()) as { shop: string; orders: Order[] };
    } catch {
      throw new ConnectorError("broken_answer", "the answer is no JSON");
    }
  }
  return {
    async orders(question) {
      const asked =
        question.by === "number" ? { number: question.orderNumber } : { account: question.account };
      await defects[asked.number ?? ""]?.(url);
      const { orders } = await ask(asked);
      if (orders.length > 0) return { orders };
      return asked.number ? refuse.orderNotFound() : refuse.userNotFound();
    },
    packages: async () => refuse.orderNotFound(),
    async check() {
      try {
        const { shop } = await ask({ account });
        const sample = { account, orderNumber };
        return { isOk: true, shop, notes: ["scopes_too_wide"], sample };
      } catch (error) {
        if (!(error instanceof ConnectorError)) throw error;
        return { isOk: false, problem: error.problem, detail: error.detail };
      }
    },
  };
}

function problemOf(status: number): ConnectorProblem | null {
  if (status === 401) return "unauthorized";
  if (status === 403) return "missing_scope";
  if (status === 404) return "not_this_platform";
  if (status === 429) return "throttled";
  return status >= 500 ? "unavailable" : null;
}

/** Served by `scripted-worker.fixture.ts`. */
export const scriptedConnectors = { scripted };

/** For a host, or a server: these connectors instead of those that there are. */
export const scriptedHost = {
  connectors: scriptedConnectors,
  program: new URL("./scripted-worker.fixture.ts", import.meta.url),
};
