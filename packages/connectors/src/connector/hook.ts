import type { PushNews } from "@meetbot/sdk";

/** A request to the address that a platform's own webhook calls. */
export interface HookCall {
  headers: Headers;
  /** The raw body: signatures cover these bytes. */
  body: Uint8Array;
}

/**
 * Why a call is rejected: the signing secret was never configured; the signature is missing or wrong; the call belongs
 * to another shop; or its content is not what the platform sends.
 */
export type HookFault = "no_secret" | "unsigned" | "bad_signature" | "other_shop" | "unreadable";

/**
 * What a platform's webhook reports, as shop events; none when no customer update depends on it. No platform signs the
 * time, so a copy may arrive days later: the webhook only triggers a fresh query to the shop.
 */
export type ParsedHook = { news: readonly PushNews[] } | { fault: HookFault };
