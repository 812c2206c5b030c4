import type { KeyObject } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { open, seal } from "../../secrets/seal.ts";
import { sealContext } from "./seal-context.ts";

/**
 * What is sealed under a conversation's key: its state, a message in or out, a delivery, an
 * address, the account that a link was confirmed for, an email that was left, words to a rating, a note of
 * colleagues, what somebody wants to be told of, what a platform calls the files of a message, where a browser takes
 * pushes, and where news are mailed.
 */
export type SealedKind =
  | "state"
  | "in"
  | "out"
  | "delivery"
  | "address"
  | "link"
  | "email"
  | "rating"
  | "subscription"
  | "note"
  | "attachments"
  | "device"
  | "news email";

/** Seals a value of a conversation; it opens only as this kind and in this conversation. */
export function sealJson(
  key: KeyObject,
  ref: ConversationRef,
  kind: SealedKind,
  value: unknown,
): Buffer {
  return seal(key, JSON.stringify(value), contextOf(ref, kind));
}

/** Opens what {@link sealJson} sealed. The seal proves that we wrote it: it is not parsed again. */
export function openJson<Value>(
  key: KeyObject,
  ref: ConversationRef,
  kind: SealedKind,
  sealed: Buffer,
): Value {
  return JSON.parse(open(key, sealed, contextOf(ref, kind)).toString());
}

function contextOf({ botId, conversationId }: ConversationRef, kind: SealedKind): string {
  return sealContext(botId, conversationId, kind);
}
