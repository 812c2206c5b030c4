import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { PendingCode } from "@meetbot/model/conversation/code.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { WaitingFacts } from "@meetbot/model/conversation/waiting.ts";
import type { NewsFacts } from "@meetbot/model/push/news-state.ts";
import type { SubscriptionChange } from "@meetbot/model/push/subscription.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { TrackedParcel } from "@meetbot/model/shop/tracked-parcel.ts";
import type { DialogInput } from "../dialog/step.ts";
import type { CodeDesk } from "../identity/code.ts";
import type { RateLimitSubject } from "../identity/limits.ts";
import type { ModelQuestion, ModelReading } from "../language-model/ask-model.ts";
import type { Limits } from "../platform/attempts/limits.ts";
import type { AccountLinks } from "../store/links/account-links.ts";
import type { Afterwards } from "./afterwards.ts";

/** The dependencies of a turn. */
export interface TurnDeps {
  /**
   * `delivery` is null when the shop was not asked because it gave the same answer a moment ago; `anew` asks it all the
   * same. `locale`: the reader's.
   */
  askMerchant(
    question: Question,
    how: { anew: boolean; locale: Locale },
  ): Promise<{ answer: MerchantAnswer; delivery: Delivery | null }>;
  /** Returns the order that the shop once reported for a carrier's number; left out if nothing is stored. */
  trackedOrder?(trackingNumber: string): Promise<string | null>;
  /** Asks a language model what an utterance means; `null` if this node has none. */
  askModel: ((question: ModelQuestion) => Promise<ModelReading>) | null;
  limits: Limits;
  /** The shop's own answers, as they stand at this turn. */
  answers: AnswerBook;
  /** How agents answer customers; absent if unknown. */
  waiting?: WaitingFacts;
  /** How customer updates reach customers; absent when they do not. */
  news?: NewsFacts;
  /** `null` if there is no mail server; the bot then offers no codes. */
  codes: CodeDesk | null;
  links: Pick<AccountLinks, "offer" | "check" | "end">;
  /** The shop's page on which a customer signs in; `null`: that is not offered here. */
  linkPage: string | null;
  /** Unix milliseconds. */
  now(): number;
  newToken(): string;
}

/** The customer who asks, and what Meetbot knows of them. */
export interface AskContext {
  bot: Bot;
  conversationId: string;
  network: string | null;
  /** The customer's device did work for this. */
  worked?: boolean;
  locale: Locale;
  proofs: Proof[];
  code: PendingCode | null;
}

/** The result of an ask: the dialog's next input, and what is known since. */
export interface Heard extends Pick<AskContext, "proofs" | "code"> {
  input: DialogInput;
  deliveries: Delivery[];
  /** Parcels in the shop's answer. */
  tracked?: TrackedParcel[];
  /** The email address that the customer left for replies. */
  leftEmail?: string;
  /** The change to the customer's subscriptions. */
  subscription?: SubscriptionChange;
  /** Left to do once the turn is stored. */
  afterwards?: Afterwards;
}

export function toRateLimitSubject(asking: AskContext, world: TurnDeps): RateLimitSubject {
  const { bot, conversationId, network, worked = false, proofs } = asking;
  return { policy: bot.policy, conversationId, network, worked, proofs, now: world.now() };
}
