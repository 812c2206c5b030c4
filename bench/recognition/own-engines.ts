import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { readConfig } from "../../packages/meetbot/src/config.ts";
import { openModelTrial } from "../../packages/meetbot/src/operations/endpoint/open-language-model.ts";
import { readRules } from "../../packages/meetbot/src/recognition/apply-rules.ts";
import { splitClauses } from "../../packages/meetbot/src/recognition/clauses.ts";
import { correctSpelling } from "../../packages/meetbot/src/recognition/correct-spelling.ts";
import { findConcepts } from "../../packages/meetbot/src/recognition/features/concepts.ts";
import { recognize } from "../../packages/meetbot/src/recognition/recognize.ts";
import { normalize } from "../../packages/meetbot/src/recognition/text/normalize.ts";
import { type Engine, isOrderIntent, type Verdict } from "./engine.ts";

/** What Meetbot ships: entities, model and rules. It acts, asks back, or does neither. */
export const meetbot: Engine = {
  classify(utterance) {
    return toVerdict(recognize(utterance));
  },
};

const toVerdict = ({ intent, confidence, decision }: Recognition): Verdict => {
  const isNamed = isOrderIntent(intent);
  return {
    isOrder: isNamed && decision === "act",
    isAsked: decision === "clarify",
    score: isNamed ? confidence : intent === "other" ? 1 - confidence : 0,
  };
};

/** So slow a model is left out of a conversation; it is measured all the same, so that it can be seen how slow it is. */
const speedLines = 200;

/**
 * Returns the same engine with the language model of the environment, called where a bot would call it. Requests get a
 * question back, as for a guest: look at what is answered or asked, and at the model calls made in vain.
 */
export function withLanguageModel(): Engine {
  const trial = openModelTrial(readConfig(process.env));
  if (!trial) throw new Error("MEETBOT_LLM_URL names no language model.");
  return {
    speedLines,
    async classify(utterance) {
      const said = recognize(utterance);
      const reading = await trial.read(said);
      return toVerdict(reading?.said ?? said);
    },
  };
}

/** The engine without the model and the entities. */
export const rulesAlone: Engine = {
  classify(utterance) {
    const clauses = splitClauses(correctSpelling(normalize(utterance).text)).map(findConcepts);
    const ruling = readRules(clauses).find(({ isVetoed }) => !isVetoed)?.ruling;
    const isOrder = ruling !== undefined && isOrderIntent(ruling.intent);
    return { isOrder, score: isOrder ? ruling.confidence : 0 };
  },
};
