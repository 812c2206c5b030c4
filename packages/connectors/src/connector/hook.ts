import type { PushNews } from "@meetbot/sdk";

/** What came to the address that a platform's own webhook calls. */
export interface HookCall {
  headers: Headers;
  /** As it came: signatures are over these bytes. */
  body: Uint8Array;
}

/** Why a call is not taken: what signs it was never given; it is not signed, or otherwise; it is of another shop; it is not what the platform sends. */
export type HookFault = "no_secret" | "unsigned" | "bad_signature" | "other_shop" | "unreadable";

/**
 * What a platform's webhook reports, as shop events; none when no customer update depends on it. No platform signs the
 * time, so a copy may arrive days later: the webhook only triggers a fresh query to the shop.
 */
export type ParsedHook = { news: readonly PushNews[] } | { fault: HookFault };
