import type { Concern } from "../conversation/recognition.ts";

/** Something that a shop's customers ask besides where an order is. */
export interface Topic<Id extends string = string> {
  /** As the shop's answers, training lines and figures name it. */
  id: Id;
  /** The trouble of an order by which it is also known; absent: none. */
  concern?: Concern;
  /** Whoever asks it has an order in mind: the shop's answer may speak of that one. */
  isOfOrder: boolean;
}

/** Describes a topic of the catalog, and keeps its id as a type. */
export const topic = <const Id extends string>(described: Topic<Id>): Topic<Id> => described;
