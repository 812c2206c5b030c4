import type { Capabilities } from "@meetbot/protocol";

/** What a webhook declared in the last test that it passed. Applies to that URL only. */
export interface Declared {
  url: string;
  capabilities: Capabilities;
}
