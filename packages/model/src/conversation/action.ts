import type { NewsOffer } from "../push/news-state.ts";
import type { AccountPlan, Plan } from "./ask.ts";
import type { RatedHolder, RatingValue } from "./waiting.ts";

/** Inputs by which something is looked up. */
export type LookUpSlot = "email" | "order_number" | "package_number";

/**
 * Inputs the dialog asks for, one at a time. The `email` is a telephone number if the bot identifies accounts by those.
 */
export type Slot = LookUpSlot | "code";

/**
 * The input that a reply asks for: `phone`, or `account` for either a telephone number or an email, is asked for as an
 * account.
 */
export type AskedInput = Slot | "phone" | "account";

/** Entries that a bot's menu may offer. */
export type MenuOffer = "orders" | "packages" | "help" | "person";

/** Choices with the same meaning in every conversation. */
export type MenuItem = MenuOffer | "start_over" | "sign_out";

/** The effect of a tapped choice. */
export type Action =
  | { kind: "menu"; item: MenuItem }
  | { kind: "ask"; plan: Plan }
  | { kind: "fill"; slot: LookUpSlot }
  /** Sends a code, and then runs the plan. `null`: the bot first asks for the email. */
  | { kind: "prove"; email: string | null; plan: AccountPlan }
  /**
   * Asks which order the customer means, then answers with the shop's own answer to a topic, with the order filled in.
   */
  | { kind: "topic"; topic: string }
  /** Asks for an address to which an agent's answer may be sent. */
  | { kind: "leave_email" }
  | { kind: "rate"; value: RatingValue; holder: RatedHolder }
  /** Subscribes to updates about it. */
  | { kind: "keep_posted"; offer: NewsOffer }
  | { kind: "stop_news" }
  /** Adds nothing to a rating. */
  | { kind: "no_words" }
  /** Has the customer sign in at the shop, and then runs the plan for their account. */
  | { kind: "link"; plan: AccountPlan };
