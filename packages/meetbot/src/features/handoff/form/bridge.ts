import type { AlertLocale } from "@meetbot/model/alert/alert-kind.ts";
import type { BridgeKind, BridgeSecrets, DeskPlace } from "@meetbot/model/bridge/bridge.ts";
import type { Mailer } from "@meetbot/model/mail.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";

/** A conversation in which a person is wanted, as another desk is told of it. */
export interface DeskOpening {
  bot: { id: string; name: string };
  conversationId: string;
  channel: string;
  /** What the customer speaks, BCP 47; `null`: not known yet. */
  locale: string | null;
  /** What the desk's people read. */
  deskLocale: AlertLocale;
  /** Proved by the customer, never typed alone: a desk merges contacts by email. */
  email: string | null;
  /** Into the console, which asks who looks; `null`: nobody knows where that is. */
  url: string | null;
}

/** What was written, or what is to be told beside it. */
export interface DeskWords {
  /** The same on each try: a desk that has it does not show it again, and Meetbot knows its echo. */
  id: string;
  text: string;
  /** It introduces the conversation: the summary. */
  isFirst?: true;
}

/** How a call came out; `problem` says what was wrong: our words, or the desk's own, cut short. */
export type DeskOutcome<Done = unknown> =
  | ({ kind: "done" } & Done)
  /** `gone`: what was opened is there no more, and trying again is of no use. */
  | { kind: "failed" | "gone"; httpStatus: number | null; problem: string }
  | { kind: "rate"; httpStatus: number | null; problem: string; afterMs: number };

/** The ways out. */
export interface BridgeMeans {
  agent: MerchantAgent;
  /** `null`: there is no mail server. */
  mailer: Mailer | null;
  /** Unix milliseconds. */
  now(): number;
}

/** What a desk says, in the order in which it happened. */
export type Heard =
  /** Somebody of the shop answered. `id`: of the message, in the desk. */
  | { kind: "said"; place: DeskPlace; id: string; name: string | null; text: string }
  | { kind: "closed"; place: DeskPlace; id: string }
  /** Somebody of the shop sent a file, which Meetbot does not pass on: the desk's people are to know. */
  | { kind: "file"; place: DeskPlace; id: string }
  /** An echo of ours, a private note, or what Meetbot has no use for. */
  | { kind: "ignored"; because: string };

/** What came to the address that a desk calls. */
export interface DeskCall {
  headers: Headers;
  body: Buffer;
}

/** A desk of the shop's own: where its addresses lie, what it is told, and how it is heard. */
export interface Bridge {
  kind: BridgeKind;
  /**
   * What is to be told goes out in one call, summary and notes included, and as the customer's own; then nothing for so
   * many milliseconds: what is sent is a letter, and no line of a chat. Absent: each message is a call.
   */
  gathersMs?: number;
  /** The fields that are secret: they go to `url` alone, and none stays where that becomes another one. */
  secretFields: readonly string[];
  /** `isOwn`: the operator of this server opened the URL's host, so that no other host is asked for. */
  read(given: Record<string, string | undefined>, isOwn: boolean): ReadBridge;
  /** Whether it can be reached; whatever it leaves there says that it is a test. */
  test(
    bot: DeskOpening["bot"],
    secrets: BridgeSecrets,
    means: BridgeMeans & { locale: AlertLocale },
  ): Promise<DeskOutcome>;
  /** Opens a conversation there. Asked again after an outage it finds what it opened where the desk can. */
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
  /** For the desk's people alone: the summary, what the bot or a person in Meetbot answered. */
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
  /** Nothing is owed any more. */
  close(place: DeskPlace, secrets: BridgeSecrets, means: BridgeMeans): Promise<DeskOutcome>;
  /** Reads what the desk sends to Meetbot; `null`: this desk sends nothing. */
  hear: ((call: DeskCall, secrets: BridgeSecrets, nowMs: number) => Heard[] | HearFault) | null;
}

export interface HearFault {
  fault: "unsigned" | "bad_signature" | "stale" | "unreadable";
}

/** What is kept of what an operator gives, sealed, and what is shown of it; or why nothing is, as a code. */
export type ReadBridge =
  | { secrets: BridgeSecrets; shown: string }
  | { fault: string; field: string };
