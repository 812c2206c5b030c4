import type { Concern } from "../../conversation/recognition.ts";

/** A subject other than the location of an order that a shop's customers ask about. */
export interface Topic {
  /** As the shop's answers, training lines and figures name it. */
  id: string;
  /** The concern about an order that also identifies the topic; `null` if there is none. */
  concern: Concern | null;
  /** Whether customers who ask about the topic have an order in mind; the shop's answer may then mention that order. */
  isOfOrder: boolean;
}
