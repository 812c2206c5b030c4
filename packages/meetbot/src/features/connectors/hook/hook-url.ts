import type { OfferedConnector } from "../host/connector-host.ts";
import type { ShopConnections } from "../store/shop-connections.ts";

/** Returns the path that a shop's platform calls, relative to this server's address. */
export const connectorHookPath = (botId: string, token: string) => `/connectors/${botId}/${token}`;

/**
 * Returns the URL that a connected shop's platform may call; `null` when Meetbot reads no webhooks of this platform.
 */
export async function connectorHookUrl(
  { botId, name }: { botId: string; name: string },
  base: string,
  connections: Pick<ShopConnections, "hookTokenOf">,
  offered: readonly OfferedConnector[],
): Promise<string | null> {
  const isHeard = offered.some((one) => one.name === name && one.isHeard);
  return isHeard ? base + connectorHookPath(botId, await connections.hookTokenOf(botId)) : null;
}
