import type { KnownTopic } from "@meetbot/admin-api/contract/answers.ts";
import type { CatalogWords } from "../../words/catalogs.ts";

/** The groups in which topics are listed. */
export const subjects = ["own", "orders", "delivery", "payment", "goods", "shop"] as const;
export type Subject = (typeof subjects)[number];

/** The topics that every bot recognizes, with the subject of each. */
const topicSubjects: Record<KnownTopic, Exclude<Subject, "own">> = {
  returns: "orders",
  refund: "orders",
  exchange: "orders",
  cancel: "orders",
  change_address: "orders",
  change_order: "orders",
  damaged: "orders",
  invoice: "orders",
  delivery_time: "delivery",
  delivery_cost: "delivery",
  abroad: "delivery",
  carriers: "delivery",
  pick_up: "delivery",
  delivery_wish: "delivery",
  pickup_code: "delivery",
  gift: "orders",
  payment_methods: "payment",
  payment_problem: "payment",
  discount: "payment",
  price_protection: "payment",
  stock: "goods",
  size: "goods",
  product: "goods",
  warranty: "goods",
  repair: "goods",
  opening_hours: "shop",
  complaint: "shop",
  privacy: "shop",
  account: "shop",
};

/** Returns a topic's subject; topics not built into every bot belong to the shop. */
export const subjectOf = (topic: string): Subject =>
  isKnown(topic) ? topicSubjects[topic] : "own";

/** Returns a topic's wording for shops, and what customers who ask about it want. */
export function wordsOf(topic: string, words: CatalogWords<"topics">) {
  return isKnown(topic) ? words[topic] : null;
}

const isKnown = (topic: string): topic is KnownTopic => Object.hasOwn(topicSubjects, topic);
