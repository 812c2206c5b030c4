import type { Context, MiddlewareHandler } from "hono";
import { createAddressList } from "../../platform/http/addresses.ts";
import { ApiError, describeProblem } from "../admin-api/http/api-error.ts";

/** The operators' paths: the console, its API and sign-in. `/api` itself is for shops that push. */
const adminPath = /^\/(?:console(?:\/|$)|api\/)/;

/** Refuses requests from other networks to the operators' pages and the API, before any lookup. */
export function onlyNetworks(
  networks: readonly string[],
  addressOf: (c: Context) => string | null,
): MiddlewareHandler {
  const isListed = createAddressList(networks);
  return async (c, next) => {
    if (networks.length === 0 || !adminPath.test(c.req.path)) return next();
    const address = addressOf(c);
    if (address !== null && isListed(address)) return next();
    return describeProblem(c, elsewhere);
  };
}

const elsewhere = new ApiError(
  403,
  "network_not_allowed",
  "The console, its API and sign-in are open to the networks in MEETBOT_ADMIN_NETWORKS only, and this request came from another one. Come through your office or VPN; behind a proxy, MEETBOT_TRUSTED_PROXIES must list it.",
);
