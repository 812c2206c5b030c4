import type { Intent } from "@meetbot/model/conversation/recognition.ts";
import type { Grammar, Slots, Template } from "./parse-grammar.ts";
import type { Sequence } from "./parse-template.ts";
import { pick, type Random } from "./random.ts";

/** An utterance made of a template, and what it is for. */
interface Expanded {
  text: string;
  intent: Intent;
  template: Template;
}

/** Draws up to `perTemplate` different utterances of each template, times its weight. */
export function expandGrammar(grammar: Grammar, perTemplate: number, random: Random): Expanded[] {
  return grammar.templates.flatMap((template) => {
    const texts = new Set<string>();
    // A template of few words soon gives nothing new; three tries for each wanted find most of it.
    for (let tries = perTemplate * Math.sqrt(template.weight) * 3; tries > 0; tries -= 1) {
      if (texts.size >= perTemplate * Math.sqrt(template.weight)) break;
      texts.add(tidy(expand(template.sequence, grammar.slots, random)));
    }
    return [...texts]
      .filter((text) => text !== "")
      .map((text) => ({ text, intent: template.intent, template }));
  });
}

function expand(sequence: Sequence, slots: Slots, random: Random): string {
  let text = "";
  for (const piece of sequence) {
    if (piece.kind === "text") text += piece.text;
    if (piece.kind === "choice") text += expand(pick(piece.options, random), slots, random);
    if (piece.kind === "slot")
      text += expand(pick(slots.get(piece.name) ?? [], random), slots, random);
  }
  return text;
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/ (?=[?!.,])/g, "")
    .trim();
