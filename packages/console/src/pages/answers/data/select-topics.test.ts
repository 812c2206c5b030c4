import assert from "node:assert/strict";
import { test } from "node:test";
import { readWords } from "../../../../test/read-words.ts";
import type { TopicRow } from "../../../parts/topics/answers-query.ts";
import { selectTopics } from "./select-topics.ts";

const row = (topic: string, facts: Partial<TopicRow> = {}): TopicRow => ({
  ...{ topic, name: null, is_of_order: false, state: "none", locales: [], asked: 0, answered: 0 },
  ...facts,
});

const topics = [
  row("returns", { state: "live", asked: 3 }),
  row("refund", { asked: 9 }),
  row("size", { state: "over", asked: 5 }),
  row("stock", { state: "not_yet" }),
  row("own_gifts", { name: "Gift wrapping", asked: 1 }),
];

const words = { en: await readWords("en", "topics"), zh: await readWords("zh", "topics") };
const namesIn = (search: Parameters<typeof selectTopics>[1], locale: "en" | "zh" = "en") =>
  selectTopics(topics, search, words[locale]).map(({ subject, topics }) =>
    [subject, ...topics.map(({ topic }) => topic)].join(" "),
  );

test("topics stand by subject, the shop's own first, and the most asked first in each", () => {
  assert.deepEqual(namesIn({}), ["own own_gifts", "orders refund returns", "goods size stock"]);
  assert.deepEqual(namesIn({ by: "asked" }), [" refund size returns own_gifts stock"]);
});

test("a topic is found by its name and by what it is about, in the language that is spoken", () => {
  assert.deepEqual(namesIn({ q: " WRAP " }), ["own own_gifts"]);
  assert.deepEqual(namesIn({ q: "measurements" }), ["goods size"]);
  assert.deepEqual(namesIn({ q: "尺码表" }, "zh"), ["goods size"]);
  assert.deepEqual(namesIn({ q: "尺码表" }), []);
  assert.deepEqual(namesIn({ q: "nothing", by: "asked" }), []);
});

test("what will be said on a later day is answered; what is over is not", () => {
  assert.deepEqual(namesIn({ show: "without", by: "asked" }), [" refund size own_gifts"]);
});
