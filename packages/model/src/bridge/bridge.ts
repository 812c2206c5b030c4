import type { AlertLocale } from "../alert/alert-kind.ts";

/** The desks of a shop's own that Meetbot can hand conversations to; each one is a file in `features/handoff/kinds`. */
export const bridgeKinds = [
  // A mailbox of the shop's: nothing is read there.
  "email",
  // An inbox of the kind API: its people answer there.
  "chatwoot",
] as const;
export type BridgeKind = (typeof bridgeKinds)[number];

/** What Meetbot needs to reach a help desk: addresses and keys, sealed at rest. */
export type BridgeSecrets = Readonly<Record<string, string>>;

/** A conversation's ids in the help desk; not secret. */
export type DeskPlace = Readonly<Record<string, string>>;

/** An operator's settings for a bridge. */
export interface BridgeWishes {
  /** In which language its notes are. */
  locale: AlertLocale;
  /** Numbers of orders are written out for the desk; masked else. */
  withNumbers: boolean;
}

/** The help desk that takes over a bot's conversations; contains no secrets. */
export interface BotBridge extends BridgeWishes {
  botId: string;
  kind: BridgeKind;
  /** So much of its address as may be seen. */
  shown: string;
  isOn: boolean;
  createdAt: Date;
  /** When the desk last took something. */
  lastDoneAt: Date | null;
  /** Since then it took nothing. */
  failingSince: Date | null;
  /** What was wrong with the last try; `null`: nothing. */
  problem: string | null;
  stopped: { for: BridgeStop; at: Date } | null;
  /** Conversations of which the desk does not know all yet. */
  behind: number;
}

/** `failing`: for a day the desk took nothing; `gone`: it said that it is gone for good. */
export type BridgeStop = "failing" | "gone";

/** By whom a conversation is held in which somebody answers from a desk of the shop's own. */
export const ownDesk = {
  /** As the holder of a conversation, and as the author of messages. */
  id: "desk",
  /** The audit's name for anyone who answers there. */
  actor: "another desk",
} as const;

/** The holder last reported to a desk; `desk`: somebody at that desk, who already knows. */
export type ToldHolder = "waiting" | "person" | "desk" | "bot" | "closed";
