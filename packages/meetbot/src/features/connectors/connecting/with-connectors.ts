import { connectorNameOf } from "@meetbot/admin-api/settings/connector-endpoint.ts";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";

/**
 * Returns the guard's verdict on a bot's endpoint. A connector runs on this node, so its endpoint passes; the guard
 * checks each connection that the connector itself opens.
 */
export function withConnectors(guard: Pick<EndpointGuard, "judge">): Pick<EndpointGuard, "judge"> {
  return {
    judge: async (endpoint) =>
      connectorNameOf(endpoint) === null
        ? guard.judge(endpoint)
        : { allowed: true, reason: "public" },
  };
}
