import type { ConnectorDeps } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { fieldOf } from "../http/field-of.ts";
import type { ShopAnswer } from "../http/read-answer.ts";
import { createRest, type Parameters } from "../http/rest.ts";
import type { ShoplazzaConfig } from "./config.ts";

/**
 * The oldest version that can filter orders by email: 2022-01 and 2025-06 filter only by date and status. Its requests
 * and answers follow the registry in https://github.com/Shoplazza/shoplazza-cli (`cli_meta_v202601_en.json`).
 */
const base = "/openapi/2026-01/";

/** Two requests per second, and this many at once: https://www.shoplazza.dev/reference/overview-25. */
const allowance = { capacity: 20, perSecond: 2 };

/** Queries Shoplazza's open API. Throws a `ConnectorError` if it gets no answer. */
export interface ShoplazzaClient {
  /** Returns the content of the envelope `{code, message, data}`, or null if the resource does not exist. */
  get(path: string, parameters?: Parameters): Promise<unknown>;
}

/** A client with the token of a private app (https://www.shoplazza.dev/reference/access-token). */
export function createShoplazzaClient(
  { host, accessToken }: ShoplazzaConfig,
  deps: ConnectorDeps,
): ShoplazzaClient {
  const headers = { "access-token": accessToken };
  const rest = createRest({ origin: `https://${host}`, base, headers, allowance, explain }, deps);
  return {
    async get(path, parameters) {
      const answer = await rest(path, parameters);
      if (answer === null) return null;
      const code = fieldOf(answer.json, "code");
      if (code === undefined) return answer.json;
      if (code === "Success") return fieldOf(answer.json, "data") ?? null;
      throw new ConnectorError("broken_answer", "Shoplazza answers with an error.");
    },
  };
}

/** Explains an error response. A missing or unknown token may also produce a 400, with `error` instead of `errors`. */
function explain({ status, json }: ShopAnswer): ConnectorError | null {
  if (status === 403) {
    return new ConnectorError("missing_scope", "The private app may not read orders (read_order).");
  }
  if (status === 401 || (status === 400 && typeof fieldOf(json, "error") === "string")) {
    return new ConnectorError(
      "unauthorized",
      "Shoplazza does not know this access token, or the shop is not active.",
    );
  }
  return null;
}
