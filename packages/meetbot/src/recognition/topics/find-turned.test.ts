import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerBook, emptyBook, type Meaning } from "@meetbot/model/answers/answer-book.ts";
import { answerLimits } from "@meetbot/model/answers/answer-limits.ts";
import { learnedTopics } from "@meetbot/model/topics/catalog.ts";
import { ownTopicCases } from "../own-topics.fixture.ts";
import { recognize } from "../recognize.ts";
import { clearRequests } from "./clear-requests.ts";
import { findTurned } from "./find-turned.ts";

test("there are clear requests of each topic and of orders and packages, and they are understood", () => {
  const meanings = new Set(clearRequests.map(({ meaning }) => meaning));
  for (const { id } of learnedTopics) assert.ok(meanings.has(id), id);
  const understood = clearRequests.filter(({ text, meaning }) => {
    const { topic, intent } = recognize(text);
    if (meaning === "order") return intent === "order_query";
    if (meaning === "package") return intent === "package_track";
    return topic?.id === meaning;
  });
  assert.ok(understood.length >= 0.95 * clearRequests.length, `${understood.length}`);
});

const teaching = (text: string, meaning: Meaning): AnswerBook => ({
  ...emptyBook,
  taught: [{ text, meaning }],
});

test("a clear request that is taught another meaning is turned, and it is said which", () => {
  const text = clearRequests.find(({ meaning }) => meaning === "returns")?.text ?? "";
  const turned = findTurned(emptyBook, teaching(`${text}!`, "stock"));
  assert.ok(turned.some((one) => one.text === text && one.was === "returns"));
  assert.ok(turned.every(({ becomes }) => becomes === "stock"));
  assert.deepEqual(findTurned(emptyBook, teaching(text, "returns")), []);
  assert.deepEqual(findTurned(teaching(text, "stock"), teaching(text, "stock")), []);
});

test("what has little in common with any turns none, nor does a topic of the shop's own", () => {
  const parrot = "is the parrot shelf wheelchair friendly";
  assert.deepEqual(findTurned(emptyBook, teaching(parrot, "product")), []);
  const examples = [...(ownTopicCases[1]?.examples ?? [])];
  const own = { ...emptyBook, ownTopics: [{ id: "own_gifts" as const, name: "gifts", examples }] };
  assert.deepEqual(findTurned(emptyBook, own), []);
});

test("the last of as many sentences as a book may hold decides too", () => {
  const { ownTopics, examples, taught } = answerLimits;
  const filled = (index: number) => `blorf ${"quux ".repeat(1 + (index % 3))}${word(index)}`;
  const book: AnswerBook = {
    ...emptyBook,
    ownTopics: Array.from({ length: ownTopics }, (_, topic) => ({
      ...{ id: `own_${topic}` as const, name: `${topic}` },
      examples: Array.from({ length: examples }, (_, index) => filled(topic * examples + index)),
    })),
    taught: Array.from({ length: taught }, (_, index) => ({
      ...{ text: filled(ownTopics * examples + index), meaning: "person" as const },
    })),
  };
  const last = filled(ownTopics * examples + taught - 1);
  assert.equal(recognize(last, { book }).intent, "human_agent");
});

/** A word for each number: digits do not tell sentences apart. */
const word = (index: number) =>
  [...`${index}`].map((digit) => "abcdefghij"[Number(digit)]).join("");
