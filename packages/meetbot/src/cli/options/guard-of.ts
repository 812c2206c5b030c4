import type { Config } from "../../config.ts";
import { parseAllowList } from "../../merchant/allow-list.ts";
import { createEndpointGuard, type EndpointGuard } from "../../merchant/endpoint-guard.ts";

/** The guard as a server in this environment has it. */
export function guardOf({ outboundAllow, port }: Config): EndpointGuard {
  const allowList = parseAllowList(outboundAllow);
  return createEndpointGuard({ allow: () => allowList, ownPort: port });
}
