import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connectors as all, type Connector, createConnectorWebhook } from "@meetbot/connectors";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { toNodeHandler } from "@meetbot/sdk";
import type { GivenConfig } from "../model/connector/connection.ts";
import { createGuardedFetch } from "./guarded-fetch.ts";

interface ServeApartOptions {
  name: string;
  /** As it was read. */
  config: GivenConfig;
  /** `whsec_…`; both while it is rotated. */
  signingSecrets: readonly string[];
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** The way to the platform. */
  agent: MerchantAgent;
  /** Hears what a look-up failed with: a platform's problem, or the name of a defect. */
  onError(problem: string): void;
  connectors?: Readonly<Record<string, Connector>>;
}

/**
 * A connector as a process of its own, beside the shop: a webhook like any other, and the credentials stay there.
 * Throws a `SigningSecretError` where a secret cannot be one, and what node says of the port.
 */
export async function serveApart({
  connectors = all,
  ...options
}: ServeApartOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { name, host, port, agent, signingSecrets: signingSecret } = options;
  const connector: Connector | undefined = Object.hasOwn(connectors, name)
    ? (connectors as Readonly<Record<string, Connector>>)[name]
    : undefined;
  if (!connector) throw new TypeError("a connector that was read is there");
  const config = connector.readConfig(options.config);
  const fetch = createGuardedFetch(agent, connector.originOf(config));
  const shop = connector.connect(config, { fetch, now: Date.now });
  const onError = (error: unknown) => options.onError(problemOf(error));
  const server = createServer(
    toNodeHandler(createConnectorWebhook(shop, { signingSecret, onError })),
  );
  server.listen(port, host);
  await once(server, "listening");
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}/`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}

/** A platform's problem is told as it is, without a credential in it; of a defect its name alone. */
function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "problem" in error && "detail" in error ? error.message : error.name;
}
