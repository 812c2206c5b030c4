import type { KeyObject } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { OutboundAddress, Recipient } from "@meetbot/model/outbound-message.ts";
import { openJson, sealJson } from "../../platform/sealing/sealed-json.ts";

/** The format of sealed addresses, unchanged since the first version: nodes of any version read each other's. */
type StoredAddress = Recipient & { page: string; receipts: Record<string, number> };

/** Seals the address of a conversation's messages for its outbox. */
export function sealAddress(
  key: KeyObject,
  ref: ConversationRef,
  { externalId: page, to, spent: receipts }: OutboundAddress,
): Buffer {
  return sealJson(key, ref, "address", { ...to, page, receipts });
}

/**
 * Opens an address that {@link sealAddress} has sealed.
 *
 * @throws SealError if it was tampered with.
 */
export function openAddress(key: KeyObject, ref: ConversationRef, sealed: Buffer): OutboundAddress {
  const { page, receipts, ...to } = openJson<StoredAddress>(key, ref, "address", sealed);
  return { externalId: page, to, spent: receipts };
}
