import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Intent } from "@meetbot/model/conversation/recognition.ts";
import type { TopicId } from "@meetbot/model/topics/catalog.ts";
import { topicClasses } from "../../src/recognition/model/topic-model.ts";
import {
  drawSamples,
  type GrammarLanguage,
  grammarLanguages,
  readGrammarFiles,
} from "../draw-samples.ts";
import { expandGrammar } from "../expand-grammar.ts";
import { parseGrammar } from "../parse-grammar.ts";
import { createRandom } from "../random.ts";

/** A line, and the topic that it is about. */
export interface TopicLine {
  text: string;
  language: GrammarLanguage;
  topic: TopicId | "none";
  /** Where it comes from: lines written for a topic, own lines for intents, templates, and templates of topics and of near misses. */
  from: "topics" | "own" | "grammar" | "templates";
  /** What is wanted with it, where that is none of the topics. */
  intent: Intent;
}

const ownFile = "own.jsonl";
const seed = 26;
/** So many sentences of a template stand for it. */
const perTemplate = 1;
/** And so many of a template that was written with the words of topics. */
const perOwnTemplate = 6;

/** Templates that are about none of the topics: a customer's own orders, small talk, and what is far from a shop. */
const grammarOfNone: Record<GrammarLanguage, RegExp> = {
  en: /^(order_query|package_track.*|greeting|help|human_agent|thanks_bye|other--(assistant|bank|food|knowledge|talk|travel|wide))\.txt$/,
  zh: /^(order_query|package_track.*|greeting|help|human_agent|thanks_bye|other--(acknowledge|chitchat|everyday|far|fragment|numbers))\.txt$/,
};

/** All lines that topics are learned from, and the hash of the files they stand in. */
export function readTopicLines(folder: string): { lines: TopicLine[]; hash: string } {
  const hash = createHash("sha256");
  const read = (path: string): Record<string, string>[] => {
    const text = readFileSync(join(folder, path), "utf8");
    hash.update(text);
    return text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };
  const written = topicClasses.flatMap((topic) =>
    read(`topics/${topic}.jsonl`).map(
      ({ text = "", lang }): TopicLine => ({
        ...{ text, language: lang as GrammarLanguage, topic, from: "topics" },
        intent: "other",
      }),
    ),
  );
  const own = read(ownFile).flatMap(({ text = "", lang, intent, asks }): TopicLine[] => {
    const topic = asks ?? (intent === "other" ? "unsure" : "none");
    if (!isClass(topic)) return [];
    const about = { topic, intent: intent as Intent } as const;
    return [{ text, language: lang as GrammarLanguage, ...about, from: "own" }];
  });
  const random = createRandom(seed);
  const drawn = grammarLanguages.flatMap((language) => {
    const files = readGrammarFiles(join(folder, "grammar"), language);
    for (const { name, text } of files) hash.update(`${language}/${name}\n${text}\n`);
    const seen = new Set<unknown>();
    return drawSamples(files, language, perTemplate, random).flatMap(
      ({ text, intent, template }): TopicLine[] => {
        if (seen.has(template) || !grammarOfNone[language].test(template.file)) return [];
        seen.add(template);
        return [{ text, language, topic: "none", from: "grammar", intent }];
      },
    );
  });
  const elsewhere = grammarLanguages.flatMap((language) => {
    const files = readGrammarFiles(join(folder, "topics", "grammar"), language);
    for (const { name, text } of files) hash.update(`topics/${language}/${name}\n${text}\n`);
    return expandGrammar(parseGrammar(files), perOwnTemplate, random).map(
      ({ text, intent, template }): TopicLine => ({
        ...{ text, language, from: "templates", intent },
        topic: topicOfFile(template.file),
      }),
    );
  });
  return { lines: [...written, ...own, ...drawn, ...elsewhere], hash: hash.digest("hex") };
}

const isClass = (topic: string): topic is TopicLine["topic"] =>
  (topicClasses as readonly string[]).includes(topic);

/** The topic that a file of templates is about: `other--returns.txt`; any other name stands for none. */
function topicOfFile(file: string): TopicLine["topic"] {
  const name = file.slice("other--".length, -".txt".length);
  return isClass(name) ? name : "none";
}
