import type { Pool } from "pg";
import type { BotLookups } from "../../../platform/sealing/bot-lookups.ts";
import type { ConversationKeys } from "../../../platform/sealing/conversation-keys.ts";
import type { KeyRing } from "../../../secrets/key-ring.ts";

/** The dependencies for storing pushes. */
export interface PushStoreDeps {
  pool: Pool;
  keys: ConversationKeys;
  keyRing: KeyRing;
  /** Lookup keys that match a push's subject to its subscribers. */
  lookups: Pick<BotLookups, "of">;
}
