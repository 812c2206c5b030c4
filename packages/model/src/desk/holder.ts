/** Who answers in a conversation: the bot, the bot while a person was called, or a person. */
export type Holder = "bot" | "waiting" | "person";

/** Who answers at a moment. */
export interface Held {
  holder: Holder;
  /** An operator's id; `elsewhere`: another app of the page; `desk`: somebody in a desk of the shop's own; `null`: no person holds it. */
  by: string | null;
  /** Since when, or when that person wrote last, in Unix milliseconds; `null`: the bot always had it. */
  atMs: number | null;
}

/** The bot answers, and no person was ever called. */
export const heldByBot = {
  holder: "bot",
  by: null,
  atMs: null,
} satisfies Held;

/** Why a person is wanted. */
export const callReasons = [
  /** The customer asked for an agent. */
  "asked",
  /** The bot did not understand, again and again. */
  "not_understood",
  /** The shop's system does not answer. */
  "unavailable",
  /** An agent took over without being called. */
  "stepped_in",
] as const;
export type CallReason = (typeof callReasons)[number];

/** Why the bot answers again. */
export const returnReasons = [
  /** A person gave it back, or closed it. */
  "given_back",
  "closed",
  /** The customer wants the bot, or no longer needs a person. */
  "menu",
  "withdrawn",
  /** The person wrote nothing for long. */
  "idle",
  /** No agent answered in time. */
  "nobody",
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** A turn's change of who answers. */
export type HolderMove =
  | { to: "waiting"; reason: CallReason }
  | { to: "bot"; reason: ReturnReason };
