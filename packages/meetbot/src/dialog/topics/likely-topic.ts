import type { Concern, Recognition } from "@meetbot/model/conversation/recognition.ts";
import { catalog, learnedTopics, type TopicId } from "@meetbot/model/topics/catalog.ts";
import type { DialogContext } from "../dialogs/moves.ts";
import { isTopicId } from "./is-topic-id.ts";
import { shopAnswerTo } from "./shop-answer.ts";

/** Concerns that are part of a topic: a delivery with missing or wrong items. */
const partsOf: Partial<Record<Concern, TopicId>> = {
  missing_item: "damaged",
  wrong_item: "damaged",
};

/** Topics with which customers also ask where their order is. */
export const besideOrders: ReadonlySet<string> = new Set(
  catalog.flatMap(({ id, isOfOrder }) => (isOfOrder && id !== "refund" ? id : [])),
);

/**
 * The concerns that can be a shop's topic. Concerns about the conversation or a late order never are, however similar
 * their words.
 */
const isHeard: ReadonlySet<Concern> = new Set<Concern>([
  ...catalog.flatMap((topic) => topic.concern ?? []),
  "missing_item",
  "wrong_item",
  "anger",
]);

/**
 * Returns the topic of an utterance, or `null` if there is none. A shop's own topic counts only if it has an answer
 * that applies today; otherwise the bot has no words for it.
 */
export function likelyTopic(
  said: Recognition,
  state: { locale: string },
  speaker: DialogContext,
): string | null {
  const { topic, concern, about } = said;
  if (topic?.id === "complaint" && topic.confidence >= sureOfComplaintFrom) {
    if (concern === "late" || concern === "stuck") return "complaint";
  }
  // A match with the shop's own example sentence counts, whatever concern the words suggest.
  if (concern !== null && !isHeard.has(concern) && !topic?.example) return null;
  if (concern === null && isOfOrders(said)) return null;
  const spoken = catalog.find((one) => one.concern === concern && !learned.has(one.id));
  if (spoken && !topic?.example) return spoken.id;
  // A furious customer gets more than the advice that somebody should hear of it.
  const isFury = concern === "anger" && topic?.id === "complaint";
  if (isFury && shopAnswerTo("complaint", state.locale, speaker) === null) return null;
  const isKnown = topic !== null && (isTopicId(topic.id) || hasAnswer(topic.id, state, speaker));
  if (isKnown) return topic.id;
  return concern === null ? null : topicOf(concern, about);
}

/** “I want to complain, you are too slow” is a complaint; “too slow” alone asks where the order is. */
const sureOfComplaintFrom = 0.95;

const learned: ReadonlySet<string> = new Set(learnedTopics.map(({ id }) => id));

/**
 * Checks whether a text such as “any more?”, “my canceled orders” or “the unpaid ones” is about what is on the screen,
 * or names a list of orders.
 */
function isOfOrders({ picked, narrowing, filter, text }: Recognition): boolean {
  // “Are you open?” is of no list.
  const namesList = filter !== null && filter !== "open" && lengthOf(text) <= maxListNameLength;
  return picked !== null || narrowing !== null || namesList;
}

/** The maximum length of a text that names a list; longer texts say something about unpaid or past orders. */
const maxListNameLength = 24;

/** Returns a text's length; a Chinese character counts as four letters. */
const lengthOf = (text: string): number => text.trim().replace(/\p{Script=Han}/gu, "····").length;

const hasAnswer = (id: string, { locale }: { locale: string }, speaker: DialogContext) =>
  shopAnswerTo(id, locale, speaker) !== null;

function topicOf(concern: Concern, about: Recognition["about"]): TopicId | null {
  // Both topics change an order: a customer who mentions the address means the address.
  if (concern === "change") return about.includes("address") ? "change_address" : "change_order";
  const named = catalog.find((topic) => topic.concern === concern);
  return named?.id ?? partsOf[concern] ?? null;
}
