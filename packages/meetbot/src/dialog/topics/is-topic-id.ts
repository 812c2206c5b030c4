import { catalog, type TopicId } from "@meetbot/model/topics/catalog.ts";

/** Whether every bot knows a topic of this name. */
export function isTopicId(id: string): id is TopicId {
  return catalog.some((topic) => topic.id === id);
}
