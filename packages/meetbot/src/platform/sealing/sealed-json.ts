import type { KeyObject } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { open, seal } from "../../secrets/seal.ts";
import { sealContext } from "./seal-context.ts";

/**
 * The kinds of values sealed under a conversation's key: its state, a message in or out, a delivery, an address, the
 * account that a link was confirmed for, an email that the customer left, a rating's comment, a colleague's note, a
 * customer update subscription, a platform's names for the files of a message, the address of a browser's web pushes,
 * and the address for mailed customer updates.
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

/** Opens the output of {@link sealJson}. The seal proves that we wrote the value, so it is not validated again. */
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
