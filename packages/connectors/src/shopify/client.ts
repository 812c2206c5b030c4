import type { ConnectorDeps } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { pause } from "../http/deadline.ts";
import { type GraphqlAnswer, readGraphql } from "../http/graphql.ts";
import { readToken } from "../http/read-token.ts";
import { createShopHttp, type ShopHttp } from "../http/shop-http.ts";
import { createTokenBucket, type TokenBucket } from "../http/token-bucket.ts";
import { askWithToken, createTokenKeeper } from "../http/token-keeper.ts";
import { maxWaitMs } from "../http/wait.ts";
import type { ShopifyAccess, ShopifyConfig } from "./config.ts";
import { explainNoToken, readCost } from "./read-shopify.ts";

/** The API version against whose schema the queries were tested; Shopify supports each version for a year. */
const apiVersion = "2026-10";

/** The smallest plan's allowance: points available at once, and points added per second. */
const standardAllowance = { capacity: 2_000, perSecond: 100 };

/** The assumed cost of a query until Shopify reports it. */
const firstCost = 100;

/** How often a throttled query is retried. */
const maxThrottled = 2;

/** Queries Shopify's admin API. Throws a `ConnectorError` if it gets no data. */
export interface ShopifyClient {
  /** `denied` are the fields that Shopify withholds, by their paths. */
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<ShopifyAnswer<Data>>;
}

export interface ShopifyAnswer<Data> {
  data: Data;
  denied: readonly string[];
}

/** Creates a client that renews its token and keeps its query cost below the shop's limit. */
export function createShopifyClient(
  { host, access }: ShopifyConfig,
  deps: ConnectorDeps,
): ShopifyClient {
  const http = createShopHttp({ origin: `https://${host}` }, deps);
  const bucket = createTokenBucket(standardAllowance, deps.now);
  const tokens = createTokenSource(access, http, deps.now);
  const costs = new Map<string, number>();

  async function send<Data>(query: string, variables: object, token: string) {
    const answer = await http({
      method: "POST",
      path: `/admin/api/${apiVersion}/graphql.json`,
      headers: { "content-type": "application/json", "x-shopify-access-token": token },
      body: JSON.stringify({ query, variables }),
    });
    return readGraphql<Data>(answer);
  }

  const sendFresh = <Data>(query: string, variables: object): Promise<GraphqlAnswer<Data>> =>
    askWithToken(tokens, (token) => send<Data>(query, variables, token));

  async function ask<Data>(
    query: string,
    variables: object,
    again = 0,
  ): Promise<ShopifyAnswer<Data>> {
    await pause(bucket.take(costs.get(query) ?? firstCost));
    const { data, errors, extensions } = await sendFresh<Data>(query, variables);
    const waitMs = learnCost(extensions, query, costs, bucket);
    if (errors.some(({ code }) => code === "THROTTLED")) {
      if (again === maxThrottled || waitMs > maxWaitMs) {
        throw new ConnectorError("throttled", "Shopify's limit is reached.", waitMs / 1_000);
      }
      await pause(waitMs);
      return ask(query, variables, again + 1);
    }
    const denied = errors.filter(({ code }) => code === "ACCESS_DENIED").map(({ path }) => path);
    const other = errors.find(({ code }) => code !== "ACCESS_DENIED");
    if (other) throw explain(other.code);
    if (data !== null) return { data, denied };
    throw denied.length > 0 ? explainDenied(denied) : explain("");
  }

  return { ask: (query, variables = {}) => ask(query, variables) };
}

/** Returns the shop's fixed token, or the one that an app requests each day. */
function createTokenSource(access: ShopifyAccess, http: ShopHttp, now: () => number) {
  if (access.kind === "token") {
    return { get: async () => access.accessToken, drop: () => {} };
  }
  return createTokenKeeper(async () => {
    const answer = await http({
      method: "POST",
      path: "/admin/oauth/access_token",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: access.clientId,
        client_secret: access.clientSecret,
      }).toString(),
      expected: [400],
    });
    const token = readToken(answer, now());
    if (token === null) throw explainNoToken(answer);
    return token;
  }, now);
}

/** Records the query cost that Shopify reports; returns how long the query would have had to wait. */
function learnCost(
  extensions: unknown,
  query: string,
  costs: Map<string, number>,
  bucket: TokenBucket,
): number {
  const cost = readCost(extensions);
  if (cost === null) return 0;
  const { requested, available, capacity, perSecond } = cost;
  costs.set(query, requested);
  bucket.learn(available, { capacity, perSecond });
  return (Math.max(0, requested - available) / perSecond) * 1_000;
}

function explainDenied(paths: readonly string[]): ConnectorError {
  const scope = paths.some((path) => path.startsWith("customers"))
    ? "read_customers"
    : "read_orders";
  return new ConnectorError("missing_scope", `The app lacks the scope ${scope}.`);
}

function explain(code: string): ConnectorError {
  return new ConnectorError(
    "broken_answer",
    `Shopify answers with an error (${code || "no code"}).`,
  );
}
