import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import { createAddressList } from "./addresses.ts";
import { peerOf } from "./client-network.ts";

/** Where a proxy in front of Meetbot usually runs: on this machine, or in a network that is not routed publicly. */
const nearby = createAddressList([
  "127.0.0.0/8",
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "169.254.0.0/16",
  "100.64.0.0/10", // between a provider and its machines (RFC 6598): balancers of some clouds
  "::1",
  "fc00::/7",
  "fe80::/10",
]);

/** Warns once if requests seem to come through a proxy of the operator that is not trusted. */
export function warnOfProxy(trustedProxies: readonly string[], log: Logger): MiddlewareHandler {
  const isTrusted = createAddressList(trustedProxies);
  let warned = false;
  return async (c, next) => {
    if (!warned && c.req.header("x-forwarded-for") !== undefined) {
      const peer = peerOf(c);
      if (peer !== null && nearby(peer) && !isTrusted(peer)) {
        warned = true;
        log.warn(
          "behind a proxy that is not trusted, all customers count as one network: set MEETBOT_TRUSTED_PROXIES to the proxy's address",
        );
      }
    }
    await next();
  };
}
