import type { DeskEventType } from "../desk/desk-event.ts";
import type { AlertKind, AlertLocale } from "./alert-kind.ts";

/** The secrets of a destination, which are sealed: for most kinds the URL alone lets anybody post there. */
export interface AlertSecrets {
  url?: string;
  /** The secret that signs requests, if the kind has one. */
  secret?: string;
  /** One mailbox. */
  email?: string;
}

/** An operator's settings for a destination. */
export interface AlertWishes {
  name: string;
  locale: AlertLocale;
  events: DeskEventType[];
  /** Whether alerts include the words of messages, which the destination's readers then see. */
  withText: boolean;
}

/** Where a bot's alerts are sent; contains no secrets. */
export interface AlertDestination extends AlertWishes {
  botId: string;
  id: string;
  kind: AlertKind;
  /** So much of the address as may be seen. */
  shown: string;
  /** Signs with a secret. */
  isSigned: boolean;
  isOn: boolean;
  createdAt: Date;
  lastSentAt: Date | null;
  /** When deliveries began to fail without a success since. */
  failingSince: Date | null;
  stopped: { for: AlertStop; at: Date } | null;
}

/** `failing`: nothing was delivered for a day; `gone`: the receiver reported that it is gone for good. */
export type AlertStop = "failing" | "gone";

/** The state of one alert; `skipped`: an agent had taken or answered the conversation before a mail was due. */
export type AlertDeliveryStatus = "waiting" | "sent" | "given_up" | "skipped";

/** The delivery of one event to one destination. */
export interface AlertDelivery {
  id: string;
  type: DeskEventType;
  conversationId: string | null;
  /** When it happened. */
  at: Date;
  status: AlertDeliveryStatus;
  tries: number;
  /** The time of the next try; `null` when there is none. */
  nextAt: Date | null;
  httpStatus: number | null;
  /** Why the last attempt failed. */
  problem: string | null;
  endedAt: Date | null;
}
