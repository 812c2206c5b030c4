import type { ConnectorDeps } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { createShopHttp } from "../http/shop-http.ts";
import { createTokenBucket } from "../http/token-bucket.ts";
import type { WooConfig } from "./config.ts";

/** WooCommerce itself has no rate limit; a shop's hosting often has one. */
const allowance = { capacity: 20, perSecond: 5 };

/** How long to treat a plugin as missing before checking again, since an owner may install it at any time. */
const absentMs = 3_600_000;

/** Queries the REST APIs of a WordPress site. Throws a `ConnectorError` if it gets no answer. */
export interface WooClient {
  /** Returns null if the resource does not exist. */
  get<Data>(path: string, parameters?: Record<string, string>): Promise<WooPage<Data> | null>;
  /** Queries a plugin that may be missing; if it is, returns `null` and does not query it again for a while. */
  getOptional<Data>(namespace: string, path: string): Promise<Data | null>;
}

export interface WooPage<Data> {
  data: Data;
  pages: number;
}

/** Creates a client that sends its key in a header, never in a URL. Its methods throw a `ConnectorError`. */
export function createWooClient(config: WooConfig, deps: ConnectorDeps): WooClient {
  const origin = new URL(config.site).origin;
  const bucket = createTokenBucket(allowance, deps.now);
  const http = createShopHttp({ origin, bucket }, deps);
  const key = btoa(`${config.consumerKey}:${config.consumerSecret}`);
  const absentUntilMs = new Map<string, number>();

  async function get<Data>(path: string, parameters: Record<string, string> = {}) {
    const query = new URLSearchParams(parameters).toString();
    const { status, headers, json } = await http({
      path: `${config.site}/wp-json/${path}${query && `?${query}`}`,
      headers: { authorization: `Basic ${key}` },
      expected: [400, 401, 403, 404],
    }).catch(explainPage);
    if (status === 404) return { code: codeOf(json), page: null };
    if (status >= 400) throw explain(status, codeOf(json));
    const pages = Number(headers.get("x-wp-totalpages") ?? 1);
    return { code: "", page: { data: json as Data, pages } };
  }

  return {
    async get<Data>(path: string, parameters?: Record<string, string>) {
      const { code, page } = await get<Data>(path, parameters);
      if (code === "rest_no_route") {
        throw new ConnectorError(
          "not_this_platform",
          "The site has no API of WooCommerce's (wc/v3).",
        );
      }
      return page;
    },
    async getOptional<Data>(namespace: string, path: string) {
      if ((absentUntilMs.get(namespace) ?? 0) > deps.now()) return null;
      const { code, page } = await get<Data>(path);
      if (code === "rest_no_route") absentUntilMs.set(namespace, deps.now() + absentMs);
      return page?.data ?? null;
    },
  };
}

function codeOf(json: unknown): string {
  const code = typeof json === "object" && json !== null && "code" in json ? json.code : "";
  return typeof code === "string" ? code : "";
}

function explain(status: number, code: string): ConnectorError {
  if (code === "woocommerce_rest_cannot_view") {
    return new ConnectorError(
      "missing_scope",
      "The key may not read orders, or the web server drops the header Authorization. A key with read access of a shop manager is enough.",
    );
  }
  if (status === 401) {
    return new ConnectorError(
      "unauthorized",
      "WooCommerce does not know this key, or it was removed.",
    );
  }
  if (status === 403) {
    return new ConnectorError(
      "missing_scope",
      "The site refuses the key. Does a security plugin close its API?",
    );
  }
  return new ConnectorError("broken_answer", `WooCommerce answers with an error (HTTP ${status}).`);
}

/** Explains why a site answers with a page at its API's address: it has no readable permalinks. */
function explainPage(error: unknown): never {
  if (error instanceof ConnectorError && error.problem === "not_this_platform") {
    throw new ConnectorError(
      "not_this_platform",
      `${error.detail} In WordPress, Settings, Permalinks must not be “Plain”.`,
    );
  }
  throw error;
}
