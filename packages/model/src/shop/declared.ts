import type { Capabilities } from "@meetbot/protocol";

/** What a webhook declared in the last test that it passed. It counts for that URL alone. */
export interface Declared {
  url: string;
  capabilities: Capabilities;
}
