import type { Intent } from "../src/model/conversation/recognition.ts";
import { splitClauses } from "../src/recognition/clauses.ts";
import { correctSpelling } from "../src/recognition/correct-spelling.ts";
import { findConcepts } from "../src/recognition/features/concepts.ts";
import { readFeatures } from "../src/recognition/features/read-features.ts";
import { labels, parseModel, score } from "../src/recognition/model/intent-model.ts";
import { normalize } from "../src/recognition/text/normalize.ts";
import { grammarLanguages } from "./draw-samples.ts";
import type { Training } from "./train.ts";

interface Recall {
  utterances: number;
  found: number;
}

export type Metrics = ReturnType<typeof measure>;

/** How the first head alone does on whole templates that it never saw, in each language. */
export function measure({ bytes, heldOut, trained }: Training) {
  const { header, words } = parseModel(bytes);
  const recall: Record<string, Partial<Record<Intent, Recall>>> = {};
  for (const language of grammarLanguages) {
    const ofLanguage: Partial<Record<Intent, Recall>> = {};
    recall[language] = ofLanguage;
    for (const { text, intent } of heldOut.filter((sample) => sample.language === language)) {
      const masked = correctSpelling(normalize(text).text);
      const features = readFeatures(masked, splitClauses(masked).map(findConcepts));
      const scores = score(words, features.words);
      const isFound = labels[scores.indexOf(Math.max(...scores))] === intent;
      const counted = ofLanguage[intent] ?? { utterances: 0, found: 0 };
      ofLanguage[intent] = {
        utterances: counted.utterances + 1,
        found: counted.found + Number(isFound),
      };
    }
  }
  return { ...header, bytes: bytes.length, learned: trained, heldOut: heldOut.length, recall };
}
