import type { DeliveryTally, Figures } from "../../model/log/figures.ts";
import type { UnansweredReason } from "../../model/log/unanswered.ts";

/** What happened with a bot, in numbers, and what the bot could do nothing with. */
export interface OverviewStore {
  /** Counts the quarters of an hour that are over. Run it before anything is forgotten. */
  tally(): Promise<void>;
  /** The figures of each part of a time; `bounds` lie between the parts, at quarters of an hour. */
  figures(botId: string, bounds: readonly Date[]): Promise<Figures[]>;
  deliveries(botId: string, bounds: readonly Date[]): Promise<DeliveryTally[]>;
  unanswered(botId: string, page: UnansweredPage): Promise<UnansweredEntry[]>;
}

/** Which page of the list: what comes after a place, newest first. */
export interface UnansweredPage {
  reasons: readonly UnansweredReason[];
  after: UnansweredCursor | null;
  limit: number;
}

/** Where an entry stands in the list; opaque to whoever reads it. */
export interface UnansweredCursor {
  /** Microseconds since 1970. */
  atUs: string;
  likeness: string;
}

/** An utterance that the bot could do nothing with, together with all that say the same. */
export interface UnansweredEntry {
  /** As it was written last. */
  text: string;
  reason: UnansweredReason;
  times: number;
  firstAt: Date;
  lastAt: Date;
  /** Where it was written last. */
  conversationId: string;
  seq: number;
  place: UnansweredCursor;
}
