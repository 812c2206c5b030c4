import type { Concern } from "../../conversation/recognition.ts";

/** A subject other than the location of an order that a shop's customers ask about. */
export interface Topic {
  /** As the shop's answers, training lines and figures name it. */
  id: string;
  /** The trouble of an order by which it is also known; `null`: none. */
  concern: Concern | null;
  /** Whether customers who ask about the topic have an order in mind; the shop's answer may then mention that order. */
  isOfOrder: boolean;
}
