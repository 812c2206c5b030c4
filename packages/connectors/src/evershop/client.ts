import type { ConnectorDeps } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { fieldOf } from "../http/field-of.ts";
import { readGraphql } from "../http/graphql.ts";
import type { ShopAnswer } from "../http/read-answer.ts";
import { createShopHttp } from "../http/shop-http.ts";
import { createTokenBucket } from "../http/token-bucket.ts";
import { askWithToken, createTokenKeeper } from "../http/token-keeper.ts";
import type { EvershopConfig } from "./config.ts";

/**
 * EverShop accepts 120 requests per minute from one address (`rateLimit` in its module base), then none for a minute.
 */
const allowance = { capacity: 40, perSecond: 1 };

/**
 * EverShop's lifetime of a token. If a shop has a shorter one, it refuses the token and the client requests another.
 */
const tokenLivesMs = 900_000;

/** Queries EverShop's admin API. Throws a `ConnectorError` if it gets no answer. */
export interface EvershopClient {
  /** EverShop omits fields that its schema lacks, so fields missing in a version are absent. */
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Partial<Data>>;
}

/** Creates a client for an admin user, whose email and password it exchanges for an EverShop token. */
export function createEvershopClient(
  { site, email, password }: EvershopConfig,
  deps: ConnectorDeps,
): EvershopClient {
  const bucket = createTokenBucket(allowance, deps.now);
  const http = createShopHttp({ origin: new URL(site).origin, bucket }, deps);

  async function post(path: string, body: object, token?: string): Promise<ShopAnswer> {
    const answer = await http({
      method: "POST",
      path: `${site}/api/${path}`,
      headers: {
        "content-type": "application/json",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      // Of a wrong password, that is; a token that ended is a 401, and a question that it cannot answer a 500.
      expected: [400],
    });
    // Other clients at the same IP address may have used part of the limit.
    const left = answer.headers.get("ratelimit-remaining");
    if (left !== null && /^\d{1,6}$/.test(left)) bucket.learn(Number(left));
    return answer;
  }

  const tokens = createTokenKeeper(async () => {
    const answer = await post("user/tokens", { email, password });
    const token = fieldOf(fieldOf(answer.json, "data"), "accessToken");
    if (typeof token !== "string" || token === "") throw explainNoToken(answer);
    return { token, expiresAtMs: deps.now() + tokenLivesMs };
  }, deps.now);

  return {
    ask: <Data>(query: string, variables: Record<string, unknown> = {}) =>
      askWithToken(tokens, async (token) => {
        const answer = await post("admin/graphql", { query, variables }, token);
        const { data, errors } = readGraphql<Partial<Data>>(answer);
        if (data === null || errors.length > 0) {
          throw new ConnectorError("broken_answer", "EverShop answers with an error.");
        }
        return data;
      }),
  };
}

function explainNoToken({ status, json }: ShopAnswer): ConnectorError {
  if (status !== 400) {
    return new ConnectorError(
      "not_this_platform",
      "What answers there gives no token as EverShop 2 does. Give the address of the shop itself.",
    );
  }
  if (String(fieldOf(fieldOf(json, "error"), "message")).includes("JWT")) {
    return new ConnectorError(
      "broken_answer",
      "EverShop cannot give tokens: JWT_ADMIN_SECRET or JWT_ADMIN_REFRESH_SECRET is not set. Set both, and start it again.",
    );
  }
  return new ConnectorError(
    "unauthorized",
    "EverShop knows no user with this email and this password, or the user was disabled.",
  );
}
