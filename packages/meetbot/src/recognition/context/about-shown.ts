import type { Recognition } from "@meetbot/model/conversation/recognition.ts";

/** The kinds of items that may be on the customer's screen. */
export const shownKinds = ["order", "package"] as const;
export type ShownKind = (typeof shownKinds)[number];

/** The same confidence as for a number alone: the text may still mean something else. */
const confidence = 0.8;

const intentOf = { order: "order_query", package: "package_track" } as const;

/**
 * Reads an utterance while an order or a package is shown: a question about it counts as a request for it, even if the
 * words alone are too few to show that. A clear other intent is unchanged.
 */
export function readAboutShown(recognition: Recognition, shown: ShownKind): Recognition {
  const { about, decision, intent } = recognition;
  if (about.length === 0 || (decision === "act" && intent !== "other")) return recognition;
  return {
    ...recognition,
    intent: intentOf[shown],
    decision: "act",
    confidence: Math.max(confidence, recognition.confidence),
    isOtherTopic: false,
  };
}
