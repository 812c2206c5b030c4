import type { Intent } from "@meetbot/model/conversation/recognition.ts";
import { mask } from "../src/recognition/mask.ts";
import { labels, parseModel } from "../src/recognition/model/intent-model.ts";
import { readMasked } from "../src/recognition/signs.ts";
import { normalize } from "../src/recognition/text/normalize.ts";
import { grammarLanguages } from "./draw-samples.ts";
import type { Training } from "./train.ts";

interface Recall {
  utterances: number;
  found: number;
}

export type Metrics = ReturnType<typeof measure>;

/**
 * How the first head alone does on whole templates that it never saw, in each language, and how often each
 * rule was right on development lines.
 */
export function measure({ bytes, heldOut, trained, development }: Training) {
  const model = parseModel(bytes);
  const recall: Record<string, Partial<Record<Intent, Recall>>> = {};
  for (const language of grammarLanguages) {
    const ofLanguage: Partial<Record<Intent, Recall>> = {};
    recall[language] = ofLanguage;
    for (const { text, intent } of heldOut.filter((sample) => sample.language === language)) {
      const { byWords } = readMasked(mask(normalize(text)).masked, model);
      const isFound = labels[byWords.indexOf(Math.max(...byWords))] === intent;
      const counted = ofLanguage[intent] ?? { utterances: 0, found: 0 };
      ofLanguage[intent] = {
        utterances: counted.utterances + 1,
        found: counted.found + Number(isFound),
      };
    }
  }
  const { stack, ...header } = model.header;
  const weights = Object.values(stack).map(({ weights }) => Object.keys(weights).length + 1);
  return {
    ...header,
    bytes: bytes.length,
    learned: trained,
    stackWeights: weights.reduce((sum, count) => sum + count, 0),
    thresholds: development.thresholds,
    heldOut: heldOut.length,
    recall,
    rules: development.rules,
  };
}
