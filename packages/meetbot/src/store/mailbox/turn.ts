import type { QuestionOutcome } from "@meetbot/model/conversation/ask.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { ModelCall } from "@meetbot/model/conversation/model-command.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { TurnOutcome } from "@meetbot/model/conversation/turn-outcome.ts";
import type { RatingFact } from "@meetbot/model/conversation/waiting.ts";
import type { HolderMove } from "@meetbot/model/desk/holder.ts";
import type { UnansweredReason } from "@meetbot/model/log/unanswered.ts";
import type { SubscriptionChange } from "@meetbot/model/push/subscription.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { TrackedParcel } from "@meetbot/model/shop/tracked-parcel.ts";
import type { AskedTopic } from "@meetbot/model/topics/asked-topic.ts";
import type { OutboxLease } from "../outbox/outbox-lease.ts";

/** Everything one turn changed, stored in one transaction or not at all. */
export interface Turn {
  state: ConversationState;
  replies: OutboundReply[];
  deliveries: Delivery[];
  /** Whether the customer asked for a person. */
  personAsked: boolean;
  /** Who answers from now on; `null` when the holder stays the same. */
  move: HolderMove | null;
  /** Whether a person should read what the customer did: one holds the conversation, or was called. */
  isForPerson: boolean;
  /** The outcome of the customer's question to the shop; `null` if the shop was not queried. */
  question: QuestionOutcome | null;
  /** The turn's outcome for the customer; `null` if the customer asked for nothing. */
  outcome: TurnOutcome | null;
  /** Whether the customer repeated a question that they had asked shortly before. */
  askedAgain: boolean;
  /** Why the customer's message went unanswered; `null` if it did not. */
  unanswered: UnansweredUtterance | null;
  /** The topic besides orders that the customer asked about; `null` if none. */
  topic: AskedTopic | null;
  /** How the language model call ended that asked what the customer meant; `null` if no call was needed. */
  modelCall: ModelCall | null;
  /** Accounts the customer named or was vouched for: by them the conversation is found again. */
  accounts: string[];
  /** Orders and packages that they named: people of the shop find the conversation by them. */
  numbers: string[];
  /** The new address for a person's answer; absent if the customer left none. */
  leftEmail?: string;
  /** A mailbox that the customer proved to be theirs, for customer updates; absent: none. */
  newsEmail?: NewsEmail;
  /** What the turn adds to the conversation's rating; absent if nothing. */
  rating?: RatingFact;
  /** The change to the customer's subscriptions; absent: none. */
  subscription?: SubscriptionChange;
  /** Parcels that the shop reported, by their carriers' numbers; absent: none. */
  tracked?: TrackedParcel[];
}

/** `begins`: the same turn begins a subscription. Else the email is stored only where there is one already. */
export interface NewsEmail {
  email: string;
  begins: boolean;
}

/** An unanswered message. Those with the same likeness are counted together. */
export interface UnansweredUtterance {
  reason: UnansweredReason;
  likeness: string;
}

/** A stored turn, and what comes next; "lost" if it changed nothing. */
export type TurnResult = CommittedTurn | { outcome: "lost" };

export interface CommittedTurn {
  outcome: "settled";
  more: boolean;
  lastSeq: number;
  message: OutboxLease | null;
}
