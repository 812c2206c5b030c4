import { readRules } from "../../packages/meetbot/src/recognition/apply-rules.ts";
import { splitClauses } from "../../packages/meetbot/src/recognition/clauses.ts";
import { correctSpelling } from "../../packages/meetbot/src/recognition/correct-spelling.ts";
import { findConcepts } from "../../packages/meetbot/src/recognition/features/concepts.ts";
import { recognize } from "../../packages/meetbot/src/recognition/recognize.ts";
import { normalize } from "../../packages/meetbot/src/recognition/text/normalize.ts";
import { type Engine, isOrderIntent } from "./engine.ts";

/** What Meetbot ships: entities, model and rules. It acts, asks back, or does neither. */
export const meetbot: Engine = {
  classify(utterance) {
    const { intent, confidence, decision } = recognize(utterance);
    const isNamed = isOrderIntent(intent);
    return {
      isOrder: isNamed && decision === "act",
      isAsked: decision === "clarify",
      score: isNamed ? confidence : intent === "other" ? 1 - confidence : 0,
    };
  },
};

/** What is left of it without the model and the entities. */
export const rulesAlone: Engine = {
  classify(utterance) {
    const clauses = splitClauses(correctSpelling(normalize(utterance).text)).map(findConcepts);
    const ruling = readRules(clauses).find(({ isVetoed }) => !isVetoed)?.ruling;
    const isOrder = ruling !== undefined && isOrderIntent(ruling.intent);
    return { isOrder, score: isOrder ? ruling.confidence : 0 };
  },
};
