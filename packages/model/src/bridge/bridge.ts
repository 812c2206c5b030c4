import type { AlertLocale } from "../alert/alert-kind.ts";

/**
 * The shop's help desks to which Meetbot can hand off conversations; each kind is a file in `features/handoff/kinds`.
 */
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
  /** The language of the notes that the help desk receives. */
  locale: AlertLocale;
  /** Whether the help desk gets order numbers in full; otherwise they are masked. */
  withNumbers: boolean;
}

/** The help desk that takes over a bot's conversations; contains no secrets. */
export interface BotBridge extends BridgeWishes {
  botId: string;
  kind: BridgeKind;
  /** The part of the help desk's address that may be shown. */
  shown: string;
  isOn: boolean;
  createdAt: Date;
  /** When the desk last took something. */
  lastDoneAt: Date | null;
  /** Since then it took nothing. */
  failingSince: Date | null;
  /** Why the last attempt failed; `null` if it succeeded. */
  problem: string | null;
  stopped: { for: BridgeStop; at: Date } | null;
  /** Conversations of which the desk does not know all yet. */
  behind: number;
}

/** `failing`: the help desk accepted nothing for a day. `gone`: it reported that it is gone for good. */
export type BridgeStop = "failing" | "gone";

/** The holder of a conversation that is answered from the shop's own help desk. */
export const ownDesk = {
  /** As the holder of a conversation, and as the author of messages. */
  id: "desk",
  /** The audit's name for anyone who answers there. */
  actor: "another desk",
} as const;

/** The holder last reported to a desk; `desk`: somebody at that desk, who already knows. */
export type ReportedHolder = "waiting" | "person" | "desk" | "bot" | "closed";
