import type { AlertLocale } from "./alert-kind.ts";

/** Of whom an operator's device is told. */
export const pushScopes = [
  // Of their own conversations.
  "mine",
  // Of all who wait, too.
  "all",
] as const;
export type PushScope = (typeof pushScopes)[number];

/** Where a browser takes pushes, and the keys that only it can read them by; all of it is sealed. */
export interface PushSubscriptionKeys {
  endpoint: string;
  /** The browser's public key, an uncompressed point of P-256, as base64url. */
  p256dh: string;
  /** 16 bytes that only the browser and we know, as base64url. */
  auth: string;
}

/** A browser in which an operator is signed in and wants to be told while no page of the console is open. */
export interface PushDevice {
  id: string;
  /** Ends with it. */
  sessionId: string;
  /** The host of its push service. */
  shown: string;
  /** What the browser says it is; empty: nothing. */
  userAgent: string;
  scope: PushScope;
  locale: AlertLocale;
  createdAt: Date;
  lastSentAt: Date | null;
}

/** By what push services know this installation: a private key as a JWK, and its public half. */
export interface VapidKeys {
  /** The public half, an uncompressed point of P-256, as base64url: browsers subscribe with it. */
  publicKey: string;
  jwk: { kty: string; crv: string; x: string; y: string; d: string };
}
