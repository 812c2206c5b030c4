import type { ConnectorDeps } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { readGraphql } from "../http/graphql.ts";
import { createShopHttp } from "../http/shop-http.ts";
import type { VendureConfig } from "./config.ts";

/** Queries Vendure's admin API. Throws a `ConnectorError` unless it gets all requested data. */
export interface VendureClient {
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Whether a question is answered, or forbidden to this key. */
  isAllowed(query: string): Promise<boolean>;
}

/** The least that a valid key may ask. */
const channelQuery = "{ activeChannel { code } }";

/** The permission that each part of an answer requires. */
const permissions: Readonly<Record<string, string>> = {
  orders: "ReadOrder",
  customers: "ReadCustomer",
};

/** Creates a client with an API key; Vendure itself has no rate limit. Its methods throw a `ConnectorError`. */
export function createVendureClient(config: VendureConfig, deps: ConnectorDeps): VendureClient {
  const http = createShopHttp({ origin: new URL(config.url).origin }, deps);

  async function send<Data>(query: string, variables: Record<string, unknown> = {}) {
    const answer = await http({
      method: "POST",
      path: config.url,
      headers: {
        "content-type": "application/json",
        "vendure-api-key": config.apiKey,
        ...(config.channelToken !== null && { "vendure-token": config.channelToken }),
      },
      body: JSON.stringify({ query, variables }),
      expected: [400], // of a query that its schema does not know
    });
    return readGraphql<Data>(answer);
  }

  /** Vendure answers FORBIDDEN whether it does not know the key or the key may not do this. */
  async function explainForbidden(path: string): Promise<ConnectorError> {
    const { data } = await send(channelQuery);
    if (data === null) {
      return new ConnectorError(
        "unauthorized",
        "Vendure does not know this API key, or it was removed.",
      );
    }
    const [root = ""] = path.split("/");
    const permission = permissions[root] ?? "ReadOrder and ReadCustomer";
    return new ConnectorError("missing_scope", `The role of the API key lacks ${permission}.`);
  }

  return {
    async ask<Data>(query: string, variables?: Record<string, unknown>) {
      const { data, errors } = await send<Data>(query, variables);
      const forbidden = errors.find(({ code }) => code === "FORBIDDEN");
      if (forbidden) throw await explainForbidden(forbidden.path);
      const [error] = errors;
      if (error?.code === "CHANNEL_NOT_FOUND") {
        throw new ConnectorError("unauthorized", "Vendure knows no channel with this token.");
      }
      if (error?.code === "GRAPHQL_VALIDATION_FAILED") {
        throw new ConnectorError(
          "not_this_platform",
          "What answers there has no admin API of Vendure 3.6 or newer.",
        );
      }
      if (error || data === null) {
        throw new ConnectorError(
          "broken_answer",
          `Vendure answers with an error (${error?.code || "no code"}).`,
        );
      }
      return data;
    },
    async isAllowed(query) {
      const { errors } = await send(query);
      return errors.length === 0;
    },
  };
}
