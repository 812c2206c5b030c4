import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerDraft, isSame, newTopicId, toAnswer } from "./answer-draft.ts";
import { findFaults } from "./find-faults.ts";

const rules = {
  variables: ["order.number" as const],
  limits: {
    ...{ text_length: 10, buttons: 3, title_length: 5, examples: 2, recommended_examples: 3 },
    ...{ example_length: 8, own_topics: 50, taught: 1000 },
  },
};
const empty: AnswerDraft = { texts: {}, from: "", until: "", name: "", examples: "" };
const link = { kind: "link", title: "Page", url: "https://shop.example" } as const;

test("what the server would refuse is told at its field before it is sent", () => {
  const texts = {
    en: { text: "Only {this}", buttons: [{ ...link, title: "Too long", url: "shop.example" }] },
    zh: { text: " ", buttons: [link] },
    de: { text: "{ name }", buttons: [] },
    es: { text: "{order.number}".slice(0, 10), buttons: [{ kind: "order" as const, title: " " }] },
  };
  const draft = { ...empty, texts, from: "2026-12-24", until: "2026-12-01" };
  assert.deepEqual(findFaults(draft, rules, false), {
    "/texts/en/text": { kind: "long", max: 10 },
    "/texts/en/buttons/0/title": { kind: "long", max: 5 },
    "/texts/en/buttons/0/url": { kind: "url" },
    "/texts/zh/text": { kind: "noText" },
    "/texts/de/text": { kind: "variable", name: "name" },
    "/texts/es/buttons/0/title": { kind: "noTitle" },
    "/valid_until": { kind: "days" },
  });
});

test("an own topic has a name and some short sentences", () => {
  const faultsOf = (name: string, examples: string) =>
    findFaults({ ...empty, name, examples }, rules, true);
  assert.deepEqual(faultsOf(" ", "\n "), {
    "/name": { kind: "noName" },
    "/examples": { kind: "noExamples" },
  });
  assert.deepEqual(faultsOf("a", "1\n2\n3")["/examples"], { kind: "manyExamples", max: 2 });
  const long = { kind: "longExample", line: 2, max: 8 };
  assert.deepEqual(faultsOf("a", "1\n\nnine char")["/examples"], long);
  assert.deepEqual(faultsOf("a", "1\n2"), {});
});

test("a language that was written and emptied again is none, and changes nothing", () => {
  const texts = { en: { text: "Yes.", buttons: [link] } };
  const draft = { ...empty, texts };
  const touched = { ...empty, texts: { zh: { text: " ", buttons: [] }, ...texts } };
  assert(isSame(draft, touched));
  assert(!isSame(draft, { ...draft, until: "2026-12-24" }));
  assert.deepEqual(toAnswer(touched), { texts, valid_from: null, valid_until: null });
  assert.equal(toAnswer(empty), null);
});

test("a new topic is called by its name, and never as another", () => {
  assert.equal(newTopicId("Gift wrapping!", [], "x1"), "own_gift_wrapping");
  assert.equal(newTopicId("Gift wrapping", ["own_gift_wrapping"], "x1"), "own_gift_wrapping_x1");
  assert.equal(newTopicId("礼品包装", [], "x1"), "own_x1");
});
