import type { Pool } from "pg";
import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import type { ConversationKeys } from "../sealing/conversation-keys.ts";

export interface LinkDeps {
  pool: Pool;
  keys: ConversationKeys;
  /** By it an account is found, and not read. */
  lookupKey: LookupKey;
  codeKey: LookupKey;
}

/** Digits count in their own conversation only. No code that was sent by mail reads like one. */
export function codeHash({ codeKey }: LinkDeps, ref: ConversationRef, code: string): Buffer {
  return codeKey(`link ${ref.botId} ${ref.conversationId} ${code}`);
}

/** Links of one account are changed one after the other. */
export const lockAccount = `
  select pg_advisory_xact_lock(('x' || encode(substr($1::bytea, 1, 8), 'hex'))::bit(64)::bigint)`;
