import type { AlertSecrets } from "@meetbot/model/alert/alert-destination.ts";
import type { AlertKind, AlertLocale } from "@meetbot/model/alert/alert-kind.ts";
import type { DeskEventType } from "@meetbot/model/desk/desk-event.ts";
import type { Mailer } from "@meetbot/model/mail.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";

/** An event, in the form in which people and programs get it. */
export interface Alert {
  locale: AlertLocale;
  /** The same on each try, so that a receiver can recognize duplicates. */
  id: string;
  type: DeskEventType;
  at: Date;
  /** Ids and counts. */
  facts: Record<string, unknown>;
  bot: { id: string; name: string };
  conversationId: string | null;
  /** The text of the message, if the operator allows sending it. */
  text: string | null;
  /** A link into the console, which requires a sign-in. */
  link: { url: string; label: string } | null;
  /** One sentence, in the operators' language. */
  title: string;
  /** The event's details, in display order. */
  lines: { label: string; value: string }[];
  isTest: boolean;
}

/** The outcome of a try; `problem` explains a failure in our words, or in the other side's own, cut short. */
export type AlertOutcome =
  | { kind: "sent"; httpStatus: number | null }
  | { kind: "failed" | "gone"; httpStatus: number | null; problem: string }
  /** The destination reported too many requests; send nothing else there for `afterMs`. */
  | { kind: "rate"; httpStatus: number | null; problem: string; afterMs: number };

/** The channels through which alerts can be sent. */
export interface AlertMeans {
  agent: MerchantAgent;
  /** `null` when there is no mail server. */
  mailer: Mailer | null;
  /** Unix milliseconds. */
  now(): number;
}

/** A destination's address as entered by an operator. */
export interface GivenAddress {
  url?: string | undefined;
  secret?: string | undefined;
  email?: string | undefined;
}

/** What Meetbot stores of an address, or a code that says why it stores nothing. */
export type ReadAddress =
  | { secrets: AlertSecrets; shown: string }
  | { fault: "invalid_url" | "other_host" | "other_path" | "invalid_secret" | "invalid_email" };

/** A type of alert destination: how to read its addresses, what to send, and how to read the answer. */
export interface AlertWay {
  kind: AlertKind;
  /** How many alerts per minute are sent to one destination at most. */
  perMinute: number;
  /** `isOwn`: whether this server's operator allowed the URL's host, so that no other host is required. */
  read(given: GivenAddress, isOwn: boolean): ReadAddress;
  send(alert: Alert, secrets: AlertSecrets, means: AlertMeans): Promise<AlertOutcome>;
  /** Sends several alerts at once, for types that group them. */
  sendAll?(
    alerts: readonly [Alert, ...Alert[]],
    secrets: AlertSecrets,
    means: AlertMeans,
  ): Promise<AlertOutcome>;
}
