import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import {
  createEndpointGuard,
  type EndpointGuard,
} from "@meetbot/network/addresses/endpoint-guard.ts";
import type { Config } from "../../config.ts";

/** The guard as a server in this environment has it. */
export function guardOf({ outboundAllow, port }: Config): EndpointGuard {
  const allowList = parseAllowList(outboundAllow);
  return createEndpointGuard({ allow: () => allowList, ownPort: port });
}
