import type { AlertLocale } from "./alert-kind.ts";

/** Which conversations an operator's device is notified of. */
export const pushScopes = [
  // Of their own conversations.
  "mine",
  // Of all who wait, too.
  "all",
] as const;
export type PushScope = (typeof pushScopes)[number];

/** A browser in which an operator is signed in and wants notifications while no console page is open. */
export interface PushDevice {
  id: string;
  /** Ends with it. */
  sessionId: string;
  /** The host of the device's push service. */
  shown: string;
  /** The browser's user agent; empty if it sent none. */
  userAgent: string;
  scope: PushScope;
  locale: AlertLocale;
  createdAt: Date;
  lastSentAt: Date | null;
}
