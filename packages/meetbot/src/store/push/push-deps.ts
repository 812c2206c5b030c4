import type { Pool } from "pg";
import type { KeyRing } from "../../secrets/key-ring.ts";
import type { BotLookups } from "../sealing/bot-lookups.ts";
import type { ConversationKeys } from "../sealing/conversation-keys.ts";

/** What keeping pushes needs. */
export interface PushStoreDeps {
  pool: Pool;
  keys: ConversationKeys;
  keyRing: KeyRing;
  /** By them, what a push is about finds who wants to hear of it. */
  lookups: Pick<BotLookups, "of">;
}
