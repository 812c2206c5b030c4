import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import {
  createEndpointGuard,
  type EndpointGuard,
} from "@meetbot/network/addresses/endpoint-guard.ts";
import { readTarget } from "@meetbot/network/addresses/read-target.ts";
import type { Config } from "../../config.ts";

/** Returns the guard that a server in this environment would use. */
export function guardOf({
  outboundAllow,
  port,
}: Pick<Config, "outboundAllow" | "port">): EndpointGuard {
  const allowList = parseAllowList(outboundAllow);
  return createEndpointGuard({ allow: () => allowList, ownPort: port });
}

/** Returns the same guard with the one host allowed that the user has just named; an invalid URL allows nothing. */
export function openedGuard(
  url: string | null,
  { outboundAllow, port }: Pick<Config, "outboundAllow" | "port">,
): EndpointGuard {
  const target = url === null ? "invalid_url" : readTarget(url);
  if (typeof target === "string") return guardOf({ outboundAllow, port });
  const host = target.host.includes(":") ? `[${target.host}]` : target.host;
  return guardOf({ outboundAllow: [...outboundAllow, `${host}:${target.port}`], port });
}
