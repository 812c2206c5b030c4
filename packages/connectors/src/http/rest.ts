import type { ConnectorDeps } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import type { ShopAnswer } from "./read-answer.ts";
import { createShopHttp } from "./shop-http.ts";
import { type Allowance, createTokenBucket } from "./token-bucket.ts";

/** The query parameters of a REST request; a list becomes one name with several values. */
export type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** Queries a REST API by GET. Returns `null` for a 404 in JSON; throws a `ConnectorError` for any other failure. */
export type Rest = (path: string, parameters?: Parameters) => Promise<ShopAnswer | null>;

export interface RestOptions {
  origin: string;
  /** The prefix of every path, with slashes around it: `/openapi/2026-01/`. */
  base: string;
  headers: Record<string, string>;
  allowance: Allowance;
  /** Explains the platform's 400, 401, 403 or 422; returns null if the status has its usual HTTP meaning. */
  explain(answer: ShopAnswer): ConnectorError | null;
}

/** Creates a client for one REST API that stays below its rate limit. */
export function createRest(options: RestOptions, deps: ConnectorDeps): Rest {
  const { origin, base, headers, allowance, explain } = options;
  const bucket = createTokenBucket(allowance, deps.now);
  const http = createShopHttp({ origin, bucket }, deps);
  return async (path, parameters = {}) => {
    const query = new URLSearchParams(
      Object.entries(parameters).flatMap(([name, value]) =>
        (typeof value === "string" ? [value] : value).map((one): [string, string] => [name, one]),
      ),
    ).toString();
    const answer = await http({
      path: `${base}${path}${query && `?${query}`}`,
      headers,
      expected: [400, 401, 403, 404, 422],
    });
    if (answer.status === 404) return null;
    if (answer.status < 300) return answer;
    throw (
      explain(answer) ??
      new ConnectorError("broken_answer", `The shop answers with an error (HTTP ${answer.status}).`)
    );
  };
}
