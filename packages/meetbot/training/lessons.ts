import type { Intent } from "@meetbot/model/conversation/recognition.ts";
import { splitClauses } from "../src/recognition/clauses.ts";
import { findConcepts } from "../src/recognition/features/concepts.ts";
import { type Features, readFeatures } from "../src/recognition/features/read-features.ts";
import { mask } from "../src/recognition/mask.ts";
import { normalize } from "../src/recognition/text/normalize.ts";
import type { GrammarLanguage, Sample } from "./draw-samples.ts";
import type { OwnLine } from "./own-lines.ts";

/** An utterance as the model reads it, and what it teaches. */
export interface Lesson {
  masked: string;
  features: Features;
  language: GrammarLanguage;
  intent: Intent;
  /** The stack is fitted on lines that the heads have not seen: those of one fold at a time. */
  fold: number;
  /** How often the heads see it. */
  copies: number;
  /** How much it counts for the stack; 0: it is not asked. */
  stackWeight: number;
}

export const folds = 5;
/** A line that somebody wrote counts as much as so many that a template made. */
const ownCopies = 4;
/** So many lines of each template stand for it in the stack, each with this weight. */
const perTemplate = 2;
const templateWeight = 0.3;

/** Reads what there is to learn from. Lines of one template are in one fold. */
export function readLessons(samples: readonly Sample[], own: readonly OwnLine[]): Lesson[] {
  const templates = new Map<Sample["template"], { fold: number; drawn: number }>();
  const fromGrammar = samples.map((sample): Lesson => {
    const known = templates.get(sample.template) ?? { fold: templates.size % folds, drawn: 0 };
    templates.set(sample.template, { ...known, drawn: known.drawn + 1 });
    const stackWeight = known.drawn < perTemplate ? templateWeight : 0;
    return { ...read(sample), fold: known.fold, copies: 1, stackWeight };
  });
  const fromOwn = own.map(
    (line, index): Lesson => ({
      ...read(line),
      ...{ fold: index % folds, copies: ownCopies, stackWeight: 1 },
    }),
  );
  return [...fromGrammar, ...fromOwn];
}

/** Reads an utterance as recognition does. */
function read({ text, language, intent }: OwnLine) {
  const { masked } = mask(normalize(text));
  const features = readFeatures(masked, splitClauses(masked).map(findConcepts));
  return { masked, features, language, intent };
}
