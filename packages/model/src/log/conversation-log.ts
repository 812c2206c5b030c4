import type { Message } from "../conversation/conversation.ts";
import type { Feedback } from "../conversation/feedback.ts";
import type { Locale } from "../conversation/locale.ts";
import type { ModelCall } from "../conversation/model-command.ts";
import type { Picture } from "../conversation/picture.ts";
import type { Holder } from "../desk/holder.ts";
import type { MessageFailure } from "../outbound-message.ts";

/**
 * The outcome of a conversation: that the customer or the bot called a person, or else how the last question ended.
 * `nothing_asked`: the shop was not queried; `forgotten`: it was, but the deliveries that showed how it ended are
 * deleted.
 */
export type ConversationOutcome =
  | "person_asked"
  | "answered"
  | "not_found"
  | "shop_did_not_answer"
  | "nothing_asked"
  | "forgotten";

/** A conversation as the log lists it, without its messages. */
export interface LoggedConversation {
  id: string;
  channel: string;
  /** The conversation's language; `null` if no turn ran yet, or if it is not known. */
  locale: Locale | null;
  startedAt: Date;
  /** When the customer last did something. */
  activeAt: Date;
  /** Of both sides; the opening of the chat is none. */
  messages: number;
  /** Without replays. */
  deliveries: number;
  failedDeliveries: number;
  outcome: ConversationOutcome;
  /** Who answers in it; `null`: people never had to do with it. */
  holder: Holder | null;
  /** The person who answers: their id, and their name if they are still an operator. */
  heldBy: { id: string; name: string | null } | null;
}

/** Selects conversations; absent fields do not filter. */
export interface ConversationFilter {
  id?: string | undefined;
  /** An email, or the shop's name of an account, that was named in it. */
  account?: string | undefined;
  channel?: string | undefined;
  locale?: Locale | undefined;
  personAsked?: boolean | undefined;
  hasFailed?: boolean | undefined;
  /** Whether the customer marked an answer as not helpful. */
  isDisliked?: boolean | undefined;
  /** When the customer was last active. */
  from?: Date | undefined;
  until?: Date | undefined;
}

/** The delivery status of one of the bot's messages. */
export type SendingStatus = "queued" | "sending" | "sent" | "unknown" | "failed";

/** A message of the transcript, as the log stores it. */
export type LoggedMessage = Message & {
  at: Date;
  /** The pictures that were sent with the message and stored. */
  pictures: readonly Picture[];
  /** When an operator had it overwritten. */
  redactedAt: Date | null;
  /** The turn of this event is not settled yet. */
  waits: boolean;
  /** `null`: a customer's. */
  sending: SendingStatus | null;
  /** Why the channel gave up on the message; absent if it did not, or if the reason was not stored. */
  failure?: MessageFailure["class"];
  /** The customer's feedback on the message; `null` if there is none, or if the message is their own. */
  feedback: Feedback | null;
  /** The outcome of asking a language model what the message means; `null` if no call was needed. */
  modelCall: ModelCall | null;
};
