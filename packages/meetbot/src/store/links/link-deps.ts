import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool } from "pg";
import type { BotLookups } from "../../platform/sealing/bot-lookups.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";

export interface LinkDeps {
  pool: Pool;
  keys: ConversationKeys;
  /** By them an account is found, and not read. */
  lookups: Pick<BotLookups, "of">;
}

/** Digits count in their own conversation only. No code that was sent by mail reads like one. */
export async function codeHash(
  { lookups }: LinkDeps,
  ref: ConversationRef,
  code: string,
): Promise<Buffer> {
  return (await lookups.of(ref.botId))("code")(`link ${ref.botId} ${ref.conversationId} ${code}`);
}

/** Links of one account are changed one after the other. */
export const lockAccount = `
  select pg_advisory_xact_lock(('x' || encode(substr($1::bytea, 1, 8), 'hex'))::bit(64)::bigint)`;
