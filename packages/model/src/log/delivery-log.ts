import type { Delivery } from "../shop/delivery.ts";

/** A delivery as the log lists it: only fields stored in plain text that identify nobody. */
export interface LoggedDelivery extends Pick<Delivery, "id" | "method" | "outcome" | "durationMs"> {
  conversationId: string;
  startedAt: Date;
  /** The HTTP status of the last exchange; `null` if no response arrived. */
  httpStatus: number | null;
  /** `null` if the delivery was stored before exchanges were counted. */
  exchanges: number | null;
  /** The secret of the last exchange's `X-Hub-Signature`; `null` if none was used, or if it is unknown. */
  secretFingerprint: string | null;
  /** The message whose turn queried the shop; `null` if an operator did, or if it is not known. */
  seq: number | null;
  /** The delivery whose question an operator replayed with this one. */
  replayOf: string | null;
  /** The operator who sent the query from the inbox; `null` for a customer's question or a replay. */
  askedBy: string | null;
}

/** Selects deliveries; absent fields do not filter. */
export interface DeliveryFilter {
  method?: Delivery["method"] | undefined;
  outcomes?: readonly Delivery["outcome"][] | undefined;
  /** A range that includes `from` and excludes `below`. */
  httpStatus?: readonly [from: number, below: number] | undefined;
  conversationId?: string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
  minDurationMs?: number | undefined;
  replaysOnly?: boolean | undefined;
}

/** A delivery with all that was recorded, and the repeated queries of it. */
export interface FoundDelivery {
  logged: LoggedDelivery;
  delivery: Delivery;
  /** Newest first. */
  replays: LoggedDelivery[];
}
