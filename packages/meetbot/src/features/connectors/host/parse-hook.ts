import { type Connector, ConnectorConfigError, type HookFault } from "@meetbot/connectors";
import type { GivenConfig } from "@meetbot/model/connector/connection.ts";
import { type PushMessage, toPushMessage } from "@meetbot/sdk";

/** A request to the address that a platform's own webhook calls. */
export interface HookCall {
  headers: Headers;
  body: Uint8Array;
}

/** The pushes parsed from a platform's webhook call, as they would be sent; or why the call is refused. */
export type HeardHook = { pushes: readonly PushMessage[] } | { fault: HookFault };

export type { HookFault };

/** Parses a webhook call with the connector of the bot's shop. */
export function parseHook(
  connector: Connector | undefined,
  config: GivenConfig,
  call: HookCall,
): HeardHook {
  if (!connector?.hear) return { fault: "unreadable" };
  try {
    const heard = connector.hear(call, connector.readConfig(config));
    if ("fault" in heard) return heard;
    return { pushes: heard.news.map(toPushMessage) };
  } catch (error) {
    // The connector now requires more fields than the configuration has.
    if (error instanceof ConnectorConfigError) return { fault: "no_secret" };
    throw error;
  }
}
