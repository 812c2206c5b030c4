import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type ConnectorTable, connectorOf, createConnectorWebhook } from "@meetbot/connectors";
import type { GivenConfig } from "@meetbot/model/connector/connection.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { toNodeHandler } from "@meetbot/sdk";
import { createGuardedFetch } from "./guarded-fetch.ts";
import { createHookApart, type PushTo } from "./hook-apart.ts";

interface ServeApartOptions {
  name: string;
  /** As it was read. */
  config: GivenConfig;
  /** `whsec_…`; both while it is rotated. */
  signingSecrets: readonly string[];
  host: string;
  /** 0 picks any free port. */
  port: number;
  /** The HTTP agent for requests to the platform. */
  agent: MerchantAgent;
  /** Where calls of the platform's own webhook are passed on; if absent, the webhook is off. */
  push?: PushTo | undefined;
  /** Receives the reason for a failed look-up: a platform's problem, or the name of a defect. */
  onError(problem: string): void;
  connectors?: ConnectorTable;
}

/** The path that the platform's own webhook calls. */
const hookPath = "/hook";

/**
 * Runs a connector as a separate process next to the shop: a webhook like any other, whose credentials stay there.
 * Throws a `SigningSecretError` for an invalid secret, and Node's own error for the port.
 */
export async function serveApart({
  connectors,
  ...options
}: ServeApartOptions): Promise<{ url: string; hookUrl: string | null; close(): Promise<void> }> {
  const { name, host, port, agent, signingSecrets: signingSecret } = options;
  const connector = connectorOf(name, connectors);
  if (!connector) throw new TypeError("a connector that was read is there");
  const config = connector.readConfig(options.config);
  const fetch = createGuardedFetch(agent, connector.originOf(config));
  const shop = connector.connect(config, { fetch, now: Date.now });
  const onError = (error: unknown) => options.onError(problemOf(error));
  const answer = toNodeHandler(createConnectorWebhook(shop, { signingSecret, onError }));
  const { push } = options;
  const hook =
    push && connector.hear && toNodeHandler(createHookApart({ ...options, connector, push }));
  const server = createServer(
    (request, response) =>
      void (hook && request.url?.split("?", 1)[0] === hookPath ? hook : answer)(request, response),
  );
  server.listen(port, host);
  await once(server, "listening");
  const { port: bound } = server.address() as AddressInfo;
  const origin = `http://${host.includes(":") ? `[${host}]` : host}:${bound}`;
  return {
    url: `${origin}/`,
    hookUrl: hook ? origin + hookPath : null,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}

/** Returns a platform's problem as it is, without credentials; of a defect only its name. */
function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "problem" in error && "detail" in error ? error.message : error.name;
}
