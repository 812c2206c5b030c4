import { connectorNameOf } from "@meetbot/admin-api/settings/connector-endpoint.ts";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";

/**
 * The guard's word on what a bot has as its endpoint: a connector answers on this node, and what it calls itself the
 * guard judges at each of its connections.
 */
export function withConnectors(guard: Pick<EndpointGuard, "judge">): Pick<EndpointGuard, "judge"> {
  return {
    judge: async (endpoint) =>
      connectorNameOf(endpoint) === null
        ? guard.judge(endpoint)
        : { allowed: true, reason: "public" },
  };
}
