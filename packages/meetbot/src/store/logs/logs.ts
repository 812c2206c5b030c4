import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type {
  ConversationFilter,
  LoggedConversation,
  LoggedMessage,
} from "../../model/log/conversation-log.ts";
import type {
  DeliveryFilter,
  FoundDelivery,
  LoggedDelivery,
} from "../../model/log/delivery-log.ts";
import type { LogPage, PageRequest } from "../../model/log/log-page.ts";
import type { Delivery } from "../../model/shop/delivery.ts";

/** What bots asked of merchants, for operators. Ids and filters from outside do no harm. */
export interface DeliveryLog {
  /** The same, with replays and looks recorded under the name of this actor. */
  as(actor: string): DeliveryLog;
  /** A page, newest first. */
  list(botId: string, filter: DeliveryFilter, page: PageRequest): Promise<LogPage<LoggedDelivery>>;
  /** The same, opened. */
  read(botId: string, filter: DeliveryFilter, page: PageRequest): Promise<LogPage<ReadDelivery>>;
  find(botId: string, deliveryId: string): Promise<FoundDelivery | null>;
  /** What is stored from now on. The first batch is empty: from there on nothing is missed. */
  follow(
    botId: string,
    filter: DeliveryFilter,
    signal: AbortSignal,
  ): AsyncIterable<LoggedDelivery[]>;
  /** Stores what the shop was asked after the turn of a message had been stored. */
  add(ref: ConversationRef, seq: number, delivery: Delivery): Promise<void>;
  /**
   * Stores what an operator had asked again, in the conversation of the delivery it was first asked
   * with. Null: that is gone meanwhile, and nothing is stored.
   */
  addReplay(botId: string, of: string, replay: Delivery): Promise<LoggedDelivery | null>;
  /** Records that somebody looked at a delivery as it is; false: there is no such delivery. */
  recordRevealed(botId: string, deliveryId: string): Promise<boolean>;
  /** Records that deliveries leave the server, which ones, and whether masked. */
  recordExported(botId: string, detail: Record<string, unknown>): Promise<void>;
}

/** A delivery of the log, opened. */
export interface ReadDelivery {
  logged: LoggedDelivery;
  delivery: Delivery;
}

/** What customers and bots said to each other, for operators. */
export interface ConversationLog {
  /** The same, with changes and looks recorded under the name of this actor. */
  as(actor: string): ConversationLog;
  /** A page, the one whose customer was active last first. */
  list(
    botId: string,
    filter: ConversationFilter,
    page: PageRequest,
  ): Promise<LogPage<LoggedConversation>>;
  find(ref: ConversationRef): Promise<LoggedConversation | null>;
  /** Messages after a sequence number, oldest first, opened. */
  messagesAfter(ref: ConversationRef, seq: number, limit: number): Promise<LoggedMessage[]>;
  /** Its deliveries in the order they started, replays included. */
  deliveriesOf(ref: ConversationRef): Promise<LoggedDelivery[]>;
  /** Overwrites one message for good. `waits`: its turn must be settled first. */
  redact(ref: ConversationRef, seq: number): Promise<"redacted" | "waits" | "not_found">;
  /** Deletes it with its messages, deliveries and key; false: there is no such conversation. */
  delete(ref: ConversationRef): Promise<boolean>;
  /** Records that somebody looked at it as it is; false: there is no such conversation. */
  recordRevealed(ref: ConversationRef): Promise<boolean>;
  /** Records that it leaves the server, and whether masked. */
  recordExported(ref: ConversationRef, detail: Record<string, unknown>): Promise<boolean>;
}
