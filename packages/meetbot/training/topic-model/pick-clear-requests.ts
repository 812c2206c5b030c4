import { scripts } from "../../src/recognition/model/intent-model.ts";
import { topicClasses } from "../../src/recognition/model/topic-model.ts";
import type { ClearRequest } from "../../src/recognition/topics/clear-requests.ts";
import { grammarLanguages } from "../draw-samples.ts";
import { likelihoodOf } from "./fit-scales.ts";
import { isIn, type TopicTraining } from "./train-topics.ts";

/** So many of each topic and language, and so many for orders and packages. */
const perTopic = 8;
const ofOrders = 15;
/** Longer lines say more than one thing. */
const longest = 60;

/** The lines that are clearest of each topic: those of which weights that had not seen them were surest. */
export function pickClearRequests({ apart, scale }: TopicTraining): ClearRequest[] {
  const rated = scripts.flatMap((script) =>
    apart
      .filter(
        (line) =>
          isIn(line, script) && line.lesson.from !== "grammar" && line.lesson.from !== "templates",
      )
      .filter(({ lesson }) => lesson.text.length <= longest)
      .map(({ lesson, isRight, signs }) => ({
        ...{ lesson, isRight },
        likelihood: likelihoodOf(scale[script].weights, signs),
      })),
  );
  return grammarLanguages.flatMap((language) => {
    const own = rated.filter(({ lesson }) => lesson.language === language);
    const ofTopics = topicClasses.flatMap((topic): ClearRequest[] => {
      if (topic === "none") return [];
      const right = own.filter(({ lesson, isRight }) => isRight && lesson.topic === topic);
      const clearest = right.toSorted((a, b) => b.likelihood - a.likelihood).slice(0, perTopic);
      return clearest.map(({ lesson }) => ({ text: lesson.text, meaning: topic }));
    });
    return [...ofTopics, ...ordersOf(own)];
  });
}

function ordersOf(rated: readonly { lesson: TopicTraining["apart"][number]["lesson"] }[]) {
  return (["order", "package"] as const).flatMap((meaning) => {
    const intent = meaning === "order" ? "order_query" : "package_track";
    return rated
      .filter(({ lesson }) => lesson.intent === intent)
      .toSorted((a, b) => b.lesson.weighing.order - a.lesson.weighing.order)
      .slice(0, ofOrders)
      .map(({ lesson }): ClearRequest => ({ text: lesson.text, meaning }));
  });
}
