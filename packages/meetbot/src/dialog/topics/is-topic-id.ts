import { catalog, type TopicId } from "@meetbot/model/topics/catalog.ts";

/** Whether this is one of the built-in topics that every bot knows. */
export function isTopicId(id: string): id is TopicId {
  return catalog.some((topic) => topic.id === id);
}
