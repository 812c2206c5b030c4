import type { Concern } from "@meetbot/model/conversation/recognition.ts";
import { learnedTopics } from "@meetbot/model/topics/catalog.ts";
import { isOrder } from "./is-order.ts";
import { labels } from "./model/intent-model.ts";
import { topicClasses } from "./model/topic-model.ts";
import type { Weighing } from "./weigh.ts";

/** Signs of how reliable the likeliest topic is. */
export interface TopicSigns {
  /** The place of the likeliest topic in `topicClasses`. */
  best: number;
  /** One number for each of `topicSignNames`. */
  signs: Float64Array;
}

/** The signs that a topic's likelihood is weighed from. */
export const topicSignNames = [
  "odds", // log odds of the likeliest topic against all else
  "over none", // and against none
  "over next", // and against the next one
  "order odds", // how likely an order or a package is asked for
  "order rule", // how sure the first rule that holds is, if it is one of orders or packages
  "small talk", // the likeliest intent that is neither an order nor something else
  "concern", // the trouble that the patterns see is the topic's own
  "other concern", // or another's
  "identifier",
  "short", // two words at most
] as const;

/** The upper limit of a model's certainty. */
const surest = 6;
const shortWords = 4;

/** Derives the signs from the classes and the weighing of the intents. */
export function readTopicSigns(
  classes: Float64Array,
  weighing: Weighing,
  concern: Concern | null,
): TopicSigns {
  const none = topicClasses.length - 1;
  let best = 0;
  let next = -1;
  for (let index = 1; index < none; index += 1) {
    if (at(classes, index) > at(classes, best)) {
      next = best;
      best = index;
    } else if (next < 0 || at(classes, index) > at(classes, next)) next = index;
  }
  const likely = at(classes, best);
  const ruled = weighing.ruling && isOrder(weighing.ruling.intent) ? weighing.ruling.confidence : 0;
  const ownConcern = learnedTopics[best]?.concern ?? null;
  return {
    best,
    signs: Float64Array.of(
      odds(likely, 1 - likely),
      odds(likely, at(classes, none)),
      odds(likely, at(classes, next)),
      odds(weighing.order, 1 - weighing.order),
      ruled,
      smallTalk(weighing),
      Number(concern !== null && concern === ownConcern),
      Number(concern !== null && concern !== ownConcern),
      Number(weighing.masked.includes("<")),
      Number(weighing.masked.length <= shortWords),
    ),
  };
}

/** Returns the highest score among labels that are neither an order request nor any other question to a shop. */
function smallTalk({ byWords }: Weighing): number {
  let most = 0;
  labels.forEach((label, index) => {
    if (label !== "other" && !isOrder(label)) most = Math.max(most, at(byWords, index));
  });
  return most;
}

const odds = (one: number, other: number): number =>
  Math.max(-surest, Math.min(surest, Math.log(Math.max(one, 1e-9) / Math.max(other, 1e-9))));

const at = (numbers: Float64Array, index: number): number => numbers[index] ?? 0;
