import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerBook, emptyBook, type Meaning } from "@meetbot/model/answers/answer-book.ts";
import { ownTopicCases } from "./own-topics.fixture.ts";
import { explain, recognize } from "./recognize.ts";
import { clearRequests } from "./topics/clear-requests.ts";

const book: AnswerBook = {
  ...emptyBook,
  ownTopics: ownTopicCases.map(({ examples, name }, index) => ({
    ...{ id: `own_${index}` as const, name, examples: [...examples] },
  })),
};

const teaching = (text: string, meaning: Meaning): AnswerBook => ({
  ...emptyBook,
  taught: [{ text, meaning }],
});

test("five examples of a topic of the shop's own find most of what customers then ask of it", () => {
  const asked = ownTopicCases.flatMap(({ asked }, index) =>
    asked.map((text) => ({ text, id: `own_${index}` })),
  );
  const found = asked.filter(({ text, id }) => recognize(text, { book }).topic?.id === id);
  assert.ok(found.length >= 0.75 * asked.length, `${found.length} of ${asked.length}`);
  for (const { text } of found) assert.ok(recognize(text, { book }).topic?.example);
});

test("eight topics of the shop's own take hardly a clear request for something else", () => {
  const taken = clearRequests.filter(({ text }) =>
    recognize(text, { book }).topic?.id.startsWith("own_"),
  );
  assert.ok(taken.length <= 0.01 * clearRequests.length, JSON.stringify(taken));
});

test("the same words always mean what was taught, whatever the letter case, signs and numbers", () => {
  const meant = (text: string, meaning: Meaning) => {
    const { intent, decision, topic } = recognize(text, {
      book: teaching("Same, 12 as ever", meaning),
    });
    return { intent, decision, topic: topic?.id ?? null };
  };
  const said = "same 340 as EVER!";
  assert.deepEqual(meant(said, "order"), { intent: "order_query", decision: "act", topic: null });
  assert.deepEqual(meant(said, "package"), {
    intent: "package_track",
    decision: "act",
    topic: null,
  });
  assert.deepEqual(meant(said, "person"), { intent: "human_agent", decision: "act", topic: null });
  assert.deepEqual(meant(said, "nothing"), { intent: "other", decision: "none", topic: null });
  assert.deepEqual(meant(said, "stock"), { intent: "other", decision: "none", topic: "stock" });
});

test("what was understood without is taught anew too, and what was taught last counts", () => {
  const where = "where is my order";
  assert.equal(recognize(where, { book: teaching(where, "returns") }).topic?.id, "returns");
  assert.equal(recognize("thanks", { book: teaching("thanks", "person") }).intent, "human_agent");
  const twice = { ...emptyBook, taught: [...teaching(where, "returns").taught] };
  twice.taught.push({ text: "Where is my order?", meaning: "stock" });
  assert.equal(recognize(where, { book: twice }).topic?.id, "stock");
});

test("a sentence much like one that was taught means the same, and one with a word in common does not", () => {
  const taught = teaching("is the parrot shelf wheelchair friendly", "product");
  const heard = recognize("is that parrot shelf wheelchair friendly?", { book: taught });
  assert.deepEqual([heard.topic?.id, heard.topic?.example], ["product", taught.taught[0]?.text]);
  assert.equal(recognize("i like my parrot", { book: taught }).topic, null);
  const chinese = teaching("鹦鹉架能不能推轮椅进去", "product");
  assert.equal(recognize("鹦鹉架能推轮椅进去吗", { book: chinese }).topic?.id, "product");
});

test("a sentence in a language without a trained model is known again", () => {
  const taught = teaching("¿Tienen envoltorio para regalo?", "product");
  assert.equal(recognize("tienen envoltorio para regalo", { book: taught }).topic?.id, "product");
});

test("an empty book changes nothing, and entities stay what they are", () => {
  const said = "mein Paket MB12345678, my mail is lena@posteo.net";
  assert.deepEqual(recognize(said, { book: emptyBook }), recognize(said));
  const heard = recognize("send MB12345678 twice", {
    book: teaching("send MB99 twice", "nothing"),
  });
  assert.equal(heard.entities.orderNumbers.length + heard.entities.packageNumbers.length, 1);
});

test("it is explained by the example, and a topic by its words", () => {
  const [first] = explain("gift wrap, please wrap it as a gift", { book }).reasons;
  assert.equal(first?.rule, "near example");
  assert.match(first?.effect ?? "", /^own_0 0\.\d\d$/);
  assert.ok(ownTopicCases[0]?.examples.includes(first?.text ?? ""));
  const { reasons } = explain("how do i send this back");
  assert.match(reasons.find(({ rule }) => rule === "topic")?.effect ?? "", /^returns 0\.\d\d$/);
  assert.ok(reasons.some(({ rule, text }) => rule === "topic words" && text !== ""));
});
