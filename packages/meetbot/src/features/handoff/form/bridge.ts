import type { AlertLocale } from "@meetbot/model/alert/alert-kind.ts";
import type { BridgeKind, BridgeSecrets, DeskPlace } from "@meetbot/model/bridge/bridge.ts";
import type { Mailer } from "@meetbot/model/mail.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";

/** A conversation that needs a person, as another desk receives it. */
export interface DeskOpening {
  bot: { id: string; name: string };
  conversationId: string;
  channel: string;
  /** The customer's language, BCP 47; `null` if not known yet. */
  locale: string | null;
  /** The language of the desk's agents. */
  deskLocale: AlertLocale;
  /** Proved by the customer, never typed alone: a desk merges contacts by email. */
  email: string | null;
  /** The conversation's address in the console, which asks who looks; `null` when the console's address is unknown. */
  url: string | null;
}

/** A message of the conversation, or a text to send beside it. */
export interface DeskWords {
  /**
   * The same on each try: a desk that already has the message does not show it again, and Meetbot recognizes its echo.
   */
  id: string;
  text: string;
  /** It introduces the conversation: the summary. */
  isFirst?: true;
}

/** The outcome of a call; `problem` describes what was wrong, in Meetbot's words or the desk's own, cut short. */
export type DeskOutcome<Done = unknown> =
  | ({ kind: "done" } & Done)
  /** `gone`: what Meetbot opened no longer exists, and a retry is useless. */
  | { kind: "failed" | "gone"; httpStatus: number | null; problem: string }
  | { kind: "rate"; httpStatus: number | null; problem: string; afterMs: number };

/** The channels through which bridges can send. */
export interface BridgeMeans {
  agent: MerchantAgent;
  /** `null` if there is no mail server. */
  mailer: Mailer | null;
  /** Unix milliseconds. */
  now(): number;
}

/** An event from a help desk; events are in the order in which they happened. */
export type DeskEvent =
  /** Someone at the shop answered. `id`: the message's id in the desk. */
  | { kind: "said"; place: DeskPlace; id: string; name: string | null; text: string }
  | { kind: "closed"; place: DeskPlace; id: string }
  /** Someone at the shop sent a file. Meetbot does not forward it and must inform the desk's agents. */
  | { kind: "file"; place: DeskPlace; id: string }
  /** An echo of Meetbot's own message, a private note, or an event that Meetbot does not use. */
  | { kind: "ignored"; because: string };

/** A request to the address that a help desk calls. */
export interface DeskCall {
  headers: Headers;
  body: Buffer;
}

/** A shop's own desk: where its addresses lie, what Meetbot sends to it, and how Meetbot reads its events. */
export interface Bridge {
  kind: BridgeKind;
  /**
   * Everything due goes out in one call, summary and notes included, and as the customer's own; then nothing for this
   * many milliseconds: the desk gets a letter, and no line of a chat. Absent: each message is a call.
   */
  gathersMs?: number;
  /** The secret fields: sent only to `url`. When the address in `url` changes, each must be given again. */
  secretFields: readonly string[];
  /** `isOwn`: the URL's host is on the allow list of the server's operator, so the URL may use http. */
  read(given: Record<string, string | undefined>, isOwn: boolean): ReadBridge;
  /** Checks whether the desk can be reached; whatever this leaves there says that it is a test. */
  test(
    bot: DeskOpening["bot"],
    secrets: BridgeSecrets,
    means: BridgeMeans & { locale: AlertLocale },
  ): Promise<DeskOutcome>;
  /**
   * Opens a conversation in the desk. On a retry after an outage, finds the conversation that it opened before, if the
   * desk supports that.
   */
  open(
    opening: DeskOpening,
    secrets: BridgeSecrets,
    means: BridgeMeans,
  ): Promise<DeskOutcome<{ place: DeskPlace }>>;
  /** The customer's own words. */
  say(
    place: DeskPlace,
    words: DeskWords,
    secrets: BridgeSecrets,
    means: BridgeMeans,
  ): Promise<DeskOutcome>;
  /** Sends a note only for the desk's agents: the summary, or a reply by the bot or a person in Meetbot. */
  note(
    place: DeskPlace,
    words: DeskWords,
    secrets: BridgeSecrets,
    means: BridgeMeans,
  ): Promise<DeskOutcome>;
  /** Who answers now. */
  status(
    place: DeskPlace,
    holder: "waiting" | "person" | "bot",
    secrets: BridgeSecrets,
    means: BridgeMeans,
  ): Promise<DeskOutcome>;
  /** Closes the conversation in the desk: the shop owes no answer. */
  close(place: DeskPlace, secrets: BridgeSecrets, means: BridgeMeans): Promise<DeskOutcome>;
  /** Parses the desk's requests to Meetbot; `null` if this desk sends none. */
  hear: ((call: DeskCall, secrets: BridgeSecrets, nowMs: number) => DeskEvent[] | HearFault) | null;
}

export interface HearFault {
  fault: "unsigned" | "bad_signature" | "stale" | "unreadable";
}

/**
 * What Meetbot stores, sealed, of an operator's input, and what it shows of it; or why it stores nothing, as a code.
 */
export type ReadBridge =
  | { secrets: BridgeSecrets; shown: string }
  | { fault: string; field: string };
