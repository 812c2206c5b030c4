import type { NewsOffer } from "../push/news-state.ts";
import type { AccountPlan, Plan } from "./ask.ts";
import type { RatedHolder, RatingValue } from "./waiting.ts";

/** Inputs by which something is looked up. */
export type LookUpSlot = "email" | "order_number" | "package_number";

/** Inputs the dialog asks for, one at a time. The `email` is a telephone number where the bot takes those. */
export type Slot = LookUpSlot | "code";

/** What a reply asks for: a telephone number, or that or an email, is asked for as an account is. */
export type AskedInput = Slot | "phone" | "account";

/** What a bot's menu may offer. */
export type MenuOffer = "orders" | "packages" | "help" | "person";

/** Choices that mean the same in every conversation. */
export type MenuItem = MenuOffer | "start_over" | "sign_out";

/** What a tapped choice does. */
export type Action =
  | { kind: "menu"; item: MenuItem }
  | { kind: "ask"; plan: Plan }
  | { kind: "fill"; slot: LookUpSlot }
  /** Has a code sent, and then asks what is planned. `null`: the email is asked for first. */
  | { kind: "prove"; email: string | null; plan: AccountPlan }
  /** Asks for the order that is meant, and then says the shop's answer to a topic with it. */
  | { kind: "topic"; topic: string }
  /** Asks where a person's answer may be sent to. */
  | { kind: "leave_email" }
  | { kind: "rate"; value: RatingValue; holder: RatedHolder }
  /** Subscribes to updates about it. */
  | { kind: "keep_posted"; offer: NewsOffer }
  | { kind: "stop_news" }
  /** Adds nothing to a rating. */
  | { kind: "no_words" }
  /** Has the customer sign in at the shop, and then asks what is planned, of their account. */
  | { kind: "link"; plan: AccountPlan };
