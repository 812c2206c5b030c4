import type { ConnectorDeps } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import type { ShopAnswer } from "../http/read-answer.ts";
import { createRest, type Parameters } from "../http/rest.ts";
import type { ShoplineConfig } from "./config.ts";

/** The API version whose documentation this client follows, and which SHOPLINE's own Go SDK uses. */
const base = "/admin/openapi/v20260301/";

/**
 * Forty requests at once, plus four per second: https://developer.shopline.com/doc/3cv5d7wpfgr6a8z5/uc1g3pdy91d9xnax.
 */
const allowance = { capacity: 40, perSecond: 4 };

/** A page of a list. */
export interface ShoplinePage {
  json: unknown;
  /** Names the next page; null on the last one. */
  next: string | null;
}

/** Queries SHOPLINE's admin REST API. Throws a `ConnectorError` if it gets no answer. */
export interface ShoplineClient {
  get(path: string, parameters?: Parameters): Promise<ShoplinePage>;
}

/** A client with an app's token (https://developer.shopline.com/doc/3cv5d7wpfgr6a8z5/teva9rwr8948egze). */
export function createShoplineClient(
  { host, accessToken }: ShoplineConfig,
  deps: ConnectorDeps,
): ShoplineClient {
  const headers = {
    authorization: `Bearer ${accessToken}`,
    "content-type": "application/json; charset=utf-8",
  };
  const rest = createRest({ origin: `https://${host}`, base, headers, allowance, explain }, deps);
  return {
    async get(path, parameters) {
      const answer = await rest(path, parameters);
      if (answer === null) {
        throw new ConnectorError(
          "not_this_platform",
          "What answers there has no admin API of this version of SHOPLINE's.",
        );
      }
      return { json: answer.json, next: nextOf(answer.headers.get("link")) };
    },
  };
}

/**
 * Returns the page token of `<https://…/orders.json?limit=1&page_info=eyJz…>; rel="next"`, which may follow a link to
 * the previous page (https://developer.shopline.com/doc/3cv5d7wpfgr6a8z5/gfzeraeezj4ff96u).
 */
function nextOf(link: string | null): string | null {
  const next = link?.split(",").find((one) => /rel="?next"?/.test(one));
  const [, pageInfo] = /[?&]page_info=([^&>]{1,4000})/.exec(next ?? "") ?? [];
  return pageInfo === undefined ? null : decodeURIComponent(pageInfo);
}

function explain({ status }: ShopAnswer): ConnectorError | null {
  if (status === 401) {
    return new ConnectorError(
      "unauthorized",
      "SHOPLINE does not know this access token, or it has ended. Install the app again for a new one.",
    );
  }
  if (status === 403) {
    return new ConnectorError("missing_scope", "The app may not read orders (read_orders).");
  }
  return null;
}
