import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { learnedTopics } from "@meetbot/model/topics/catalog.ts";
import { likeness } from "../../src/recognition/likeness.ts";
import { grammarLanguages } from "../draw-samples.ts";
import { readTopicLines } from "./topic-lines.ts";

const { lines } = readTopicLines(fileURLToPath(new URL("..", import.meta.url)));

/** Fewer lines tell too little of how customers put it. */
const fewest = 50;

for (const { id } of learnedTopics) {
  test(`training/topics/${id}.jsonl has lines enough of each language`, () => {
    for (const language of grammarLanguages) {
      const own = lines.filter(
        (line) => line.topic === id && line.from === "topics" && line.language === language,
      );
      assert.ok(own.length >= fewest, `${own.length} in ${language}: write ${fewest} or more`);
    }
  });
}

test("no line that was written for a topic stands under another, too", () => {
  const topicOf = new Map<string, string>();
  for (const { text, topic } of lines.filter(({ from }) => from === "topics")) {
    const key = `${likeness(text)}${text.replace(/\D/g, "")}`;
    assert.equal(topicOf.get(key) ?? topic, topic, text);
    topicOf.set(key, topic);
  }
});
