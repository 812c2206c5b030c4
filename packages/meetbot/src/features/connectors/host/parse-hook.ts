import { type Connector, ConnectorConfigError, type HookFault } from "@meetbot/connectors";
import type { GivenConfig } from "@meetbot/model/connector/connection.ts";
import { type PushMessage, toPushMessage } from "@meetbot/sdk";

/** What came to the address that a platform's own webhook calls. */
export interface HookCall {
  headers: Headers;
  body: Uint8Array;
}

/** What a platform's webhook tells, each a push as it would travel; or why it is not taken. */
export type HeardHook = { pushes: readonly PushMessage[] } | { fault: HookFault };

export type { HookFault };

/** Reads a call by what its bot's shop was connected with. */
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
    // It asks for more by now than it was given.
    if (error instanceof ConnectorConfigError) return { fault: "no_secret" };
    throw error;
  }
}
