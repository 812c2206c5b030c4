import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnswerBook } from "../../../parts/topics/answers-query.ts";
import { compareBooks, isAlike } from "./compare-books.ts";

const says = (text: string) => ({
  texts: { en: { text, buttons: [] } },
  valid_from: null,
  valid_until: null,
});
const gifts = { id: "own_gifts", name: "Gift wrapping", examples: ["do you gift-wrap?"] };

const now: AnswerBook = {
  answers: { returns: says("Within 30 days."), own_gifts: says("Yes.") },
  own_topics: [gifts],
  taught: [{ text: "can you wrap it", meaning: "own_gifts" }],
};

test("what an older version would change is told by topic", () => {
  const then: AnswerBook = {
    answers: { returns: says("Within 14 days."), refund: says("In 5 days.") },
    own_topics: [],
    taught: [{ text: "money back when", meaning: "refund" }],
  };
  assert.deepEqual(compareBooks(now, then), {
    answers: [
      { topic: "returns", kind: "changes" },
      { topic: "own_gifts", kind: "removes" },
      { topic: "refund", kind: "adds" },
    ],
    topics: [{ name: "Gift wrapping", kind: "removes" }],
    taughtBack: 1,
    taughtGone: 1,
  });
});

test("the same in another order of its fields is the same", () => {
  const { texts, ...days } = says("Within 30 days.");
  const answers = { own_gifts: says("Yes."), returns: { ...days, texts } };
  assert(isAlike(compareBooks(now, { ...now, answers })));
  const renamed = { ...now, own_topics: [{ ...gifts, name: "Gifts" }] };
  assert.deepEqual(compareBooks(now, renamed).topics, [{ name: "Gifts", kind: "changes" }]);
});
