import type { Capabilities } from "@meetbot/protocol";

/** `gone`: the webhook answered HTTP 410. `failing`: it answered nothing for days. */
export type StoppedFor = "gone" | "failing";

/** How a bot's endpoint is doing, over days and for all nodes together. */
export interface EndpointHealth {
  /** The shop has been spared since then, and no query was answered; `null`: it answers. */
  failingSince: Date | null;
  /** Set while Meetbot sends the endpoint no queries: until it passes a test or is changed. */
  stopped: { for: StoppedFor; at: Date } | null;
  /** What the endpoint declared when it last passed a test; absent if nothing beyond the original protocol. */
  declares?: Capabilities;
}
