import { readFileSync } from "node:fs";
import { topicMetricsFile } from "../../packages/meetbot/src/recognition/model/files.ts";
import { recognize } from "../../packages/meetbot/src/recognition/recognize.ts";
import type { TopicMetrics } from "../../packages/meetbot/training/topic-model/measure-topics.ts";

/** How many lines about some topic are given that one, how many another, and how many about none are given any. */
interface TopicShares {
  lines: number;
  recall: number;
  "taken for another": number;
  "about none": number;
  "given a topic": number;
}

/**
 * How well topics are recognized, for each language: on the lines of a file, JSON objects with `text`, `lang` and
 * `topic`; without one, on the own lines that the weights had not seen.
 */
export function measureTopics(file = process.env.MEETBOT_TOPIC_LINES): Record<string, TopicShares> {
  return file ? measureFile(file) : measureApart();
}

function measureFile(file: string): Record<string, TopicShares> {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const counts: Record<
    string,
    Record<string, { lines: number; found: number; taken: number }>
  > = {};
  for (const line of lines) {
    const { text, lang, topic } = JSON.parse(line) as Record<"text" | "lang" | "topic", string>;
    const heard = recognize(text).topic?.id ?? null;
    counts[lang] ??= {};
    const count = counts[lang][topic] ?? { lines: 0, found: 0, taken: 0 };
    counts[lang][topic] = {
      lines: count.lines + 1,
      found: count.found + Number(heard === topic),
      taken: count.taken + Number(heard !== null && heard !== topic),
    };
  }
  return Object.fromEntries(
    Object.entries(counts).map(([lang, topics]) => [lang, sharesOf(topics)]),
  );
}

function measureApart(): Record<string, TopicShares> {
  const { languages } = JSON.parse(readFileSync(topicMetricsFile, "utf8")) as TopicMetrics;
  const shares = Object.entries(languages).map(([script, { topics }]) => [
    script,
    sharesOf(topics),
  ]);
  return Object.fromEntries(shares);
}

function sharesOf(topics: Record<string, { lines: number; found: number; taken: number }>) {
  const { none = { lines: 0, found: 0, taken: 0 }, ...others } = topics;
  const sum = (of: "lines" | "found" | "taken") =>
    Object.values(others).reduce((all, topic) => all + topic[of], 0);
  const share = (part: number, all: number) => Math.round((1000 * part) / Math.max(all, 1)) / 1000;
  return {
    lines: sum("lines"),
    recall: share(sum("found"), sum("lines")),
    "taken for another": share(sum("taken"), sum("lines")),
    "about none": none.lines,
    "given a topic": share(none.taken, none.lines),
  };
}
