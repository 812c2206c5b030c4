import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerBook, emptyBook } from "../../model/answers/answer-book.ts";
import { catalog } from "../../model/topics/catalog.ts";
import { ownTopicCases } from "../own-topics.fixture.ts";
import { recognize } from "../recognize.ts";
import { clearRequests } from "./clear-requests.ts";
import { findConflicts } from "./find-conflicts.ts";

test("there are clear requests of each topic and of orders and packages, and they are understood", () => {
  const meanings = new Set(clearRequests.map(({ meaning }) => meaning));
  for (const { id } of catalog) assert.ok(meanings.has(id), id);
  const understood = clearRequests.filter(({ text, meaning }) => {
    const { topic, intent } = recognize(text);
    if (meaning === "order") return intent === "order_query";
    if (meaning === "package") return intent === "package_track";
    return topic?.id === meaning;
  });
  assert.ok(understood.length >= 0.95 * clearRequests.length, `${understood.length}`);
});

test("to teach a clear request another meaning is a conflict, and says which", () => {
  const request = clearRequests.find(({ meaning }) => meaning === "returns");
  const text = request?.text ?? "";
  const conflicts = findConflicts(emptyBook, { text: `${text}!`, meaning: "stock" });
  assert.ok(
    conflicts.some((conflict) => conflict.text === text && conflict.was === "returns"),
    JSON.stringify(conflicts),
  );
  assert.ok(conflicts.every(({ becomes }) => becomes === "stock"));
  assert.deepEqual(findConflicts(emptyBook, { text, meaning: "returns" }), []);
});

test("what has little in common with any is none, nor is a topic of the shop's own", () => {
  assert.deepEqual(
    findConflicts(emptyBook, {
      text: "is the parrot shelf wheelchair friendly",
      meaning: "product",
    }),
    [],
  );
  const ownTopic = {
    ...({ id: "own_gifts", name: "gifts" } as const),
    examples: [...(ownTopicCases[1]?.examples ?? [])],
  };
  assert.deepEqual(findConflicts(emptyBook, { ownTopic }), []);
});

test("one sentence with two meanings is a conflict, whichever came first", () => {
  const gifts = { id: "own_gifts", name: "gifts", examples: ["do you wrap gifts"] } as const;
  const own: AnswerBook = {
    ...emptyBook,
    ownTopics: [{ ...gifts, examples: [...gifts.examples] }],
  };
  assert.deepEqual(findConflicts(own, { text: "Do you wrap gifts?", meaning: "nothing" }), [
    { text: "do you wrap gifts", was: "own_gifts", becomes: "nothing" },
  ]);
  const taught: AnswerBook = {
    ...emptyBook,
    taught: [{ text: "Do you wrap gifts?", meaning: "person" }],
  };
  assert.deepEqual(
    findConflicts(taught, { ownTopic: { ...gifts, examples: [...gifts.examples] } }),
    [{ text: "Do you wrap gifts?", was: "person", becomes: "own_gifts" }],
  );
});

test("to teach again what is taught is none, and a topic may be written anew", () => {
  const taught: AnswerBook = {
    ...emptyBook,
    taught: [{ text: "do you wrap gifts", meaning: "person" }],
  };
  assert.deepEqual(findConflicts(taught, { text: "Do you wrap gifts", meaning: "person" }), []);
  const old = { id: "own_gifts" as const, name: "gifts", examples: ["where is my order"] };
  const book: AnswerBook = { ...emptyBook, ownTopics: [old] };
  const anew = { ...old, examples: ["is there paper with stars around it"] };
  assert.deepEqual(findConflicts(book, { ownTopic: anew }), []);
});
