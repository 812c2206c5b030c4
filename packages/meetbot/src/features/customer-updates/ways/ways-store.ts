import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { PushSubscriptionKeys } from "@meetbot/model/push/push-keys.ts";
import type { Pool } from "pg";
import type { BotLookups } from "../../../platform/sealing/bot-lookups.ts";
import type { ConversationKeys } from "../../../platform/sealing/conversation-keys.ts";
import type { KeyRing } from "../../../secrets/key-ring.ts";
import {
  customerDevicesOf,
  forgetCustomerDevice,
  storeCustomerDevice,
  updateCustomerDevice,
} from "./customer-devices.ts";
import { findOrCreateCustomerKeys } from "./customer-push-keys.ts";
import {
  endNewsEmail,
  type NewsEmailEnd,
  newsEmailOf,
  readStopToken,
  stopTokenOf,
} from "./news-emails.ts";

interface WaysParts {
  pool: Pool;
  keys: ConversationKeys;
  keyRing: KeyRing;
  /** Signs the links that unsubscribe from mails. */
  lookups: Pick<BotLookups, "of">;
}

/** Stores where customers get updates while the chat is closed: browsers, and mailboxes that they proved. */
export function createWaysStore({ pool, keys, keyRing, lookups }: WaysParts) {
  const stopKeyOf = async (botId: string) => (await lookups.of(botId))("news stop");
  return {
    keysOf: (botId: string) => findOrCreateCustomerKeys(pool, keyRing, botId),
    storeDevice: (ref: ConversationRef, subscription: PushSubscriptionKeys) =>
      storeCustomerDevice(pool, keys, ref, subscription),
    forgetDevice: (ref: ConversationRef, subscription: PushSubscriptionKeys) =>
      forgetCustomerDevice(pool, ref, subscription),
    devicesOf: (ref: ConversationRef) => customerDevicesOf(pool, keys, ref),
    updateDevice: (botId: string, deviceId: string, outcome: "sent" | "gone") =>
      updateCustomerDevice(pool, botId, deviceId, outcome),
    newsEmailOf: (ref: ConversationRef) => newsEmailOf(pool, keys, ref),
    endNewsEmail: (ref: ConversationRef, by: NewsEmailEnd) => endNewsEmail(pool, ref, by),
    stopTokenOf: async (ref: ConversationRef) => stopTokenOf(await stopKeyOf(ref.botId), ref),
    readStopToken: async (botId: string, token: string) =>
      readStopToken(await stopKeyOf(botId), botId, token),
  };
}

export type WaysStore = ReturnType<typeof createWaysStore>;
