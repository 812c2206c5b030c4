import type { Concern, NamedFact, Survey } from "@meetbot/model/conversation/recognition.ts";
import type { catalog, TopicId } from "@meetbot/model/topics/catalog.ts";

/** A topic that no concern says, too. */
type TopicAlone = Exclude<(typeof catalog)[number], { concern: Concern }>["id"] & TopicId;

/** What customers ask for beside facts, concerns and topics. */
type Talk = "order" | "person" | "help" | "greeting" | "thanks_bye" | "cancel";
type List = "placed" | "state" | "end" | "all" | "unpaid";
export type Written<Key extends string> = Readonly<Record<Key, readonly string[]>>;

/** How customers say in one language what the bot understands: the first sentence as one would write, the others as one chats. */
export interface Sayings {
  talk: Written<Talk>;
  facts: Written<NamedFact>;
  lists: Written<List>;
  surveys: Written<Survey>;
  concerns: Written<Concern>;
  topics: Written<TopicAlone>;
}
