import { readFileSync } from "node:fs";
import type { Intent } from "@meetbot/model/conversation/recognition.ts";
import type { GrammarLanguage } from "./draw-samples.ts";

/** A line that somebody wrote as customers write, and what it is for. */
export interface OwnLine {
  text: string;
  language: GrammarLanguage;
  intent: Intent;
}

/** Reads lines of JSON: one object each, with `text`, `lang`, `intent` and a `topic` for those who write them. */
export function readOwnLines(file: string): OwnLine[] {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const { text, lang, intent } = JSON.parse(line) as Record<"text" | "lang", string> & {
      intent: Intent;
    };
    return { text, language: lang as GrammarLanguage, intent };
  });
}
