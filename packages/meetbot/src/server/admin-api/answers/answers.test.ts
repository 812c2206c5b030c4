import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { clearRequests } from "../../../recognition/topics/clear-requests.ts";
import { bot, openConversation, textEvent } from "../../../store/store.fixture.ts";
import { json, startAdminServer } from "../call-admin.fixture.ts";

const saying = (text: string) => ({ texts: { en: { text } } });
const bookSaying = (text: string) => ({ answers: { returns: saying(text) } });

async function start(t: TestContext) {
  const server = await startAdminServer(t);
  const { call } = server;
  const ask = async (route: string, body?: object) => {
    const response = await call("editor", route, body ? { body } : {});
    return { status: response.status, ...(await json(response)) };
  };
  return { ...server, ask };
}

test("a book that was never written is empty, and names every topic", async (t) => {
  const { ask } = await start(t);
  const { version, last, book, topics, variables } = await ask("GET /answers");
  assert.equal(version, 0);
  assert.equal(last, null);
  assert.deepEqual(book, { answers: {}, own_topics: [], taught: [] });
  assert.equal(topics.length, 29);
  assert.deepEqual(variables, ["order.number", "order.status", "shop.contact"]);
  const returns = { name: null, is_of_order: true, state: "none", locales: [], asked: 0 };
  assert.deepEqual(topics[0], { topic: "returns", ...returns, answered: 0 });
});

test("two editors at once: who saves second hears of the first, and loses nothing", async (t) => {
  const { ask, call } = await start(t);
  assert.equal((await ask("PUT /answers", { version: 0, book: bookSaying("one") })).version, 1);
  const late = await call("owner", "PUT /answers", {
    body: { version: 0, book: bookSaying("two") },
  });
  const { code, newer, detail } = await json(late);
  assert.deepEqual([late.status, code], [409, "answers_changed_meanwhile"]);
  assert.equal(newer.version, 1);
  assert.equal(newer.changed_by, "editor@shop.example");
  assert.match(detail, /editor@shop\.example saved version 1/);
  assert.equal((await ask("GET /answers")).book.answers.returns.texts.en.text, "one");
});

test("answers to two topics do not stand in each other's way, to one they do", async (t) => {
  const { ask } = await start(t);
  const set = (topic: string, text: string) =>
    ask(`PUT /answers/topics/${topic}`, { version: 0, answer: saying(text) });
  assert.equal((await set("returns", "one")).status, 200);
  assert.equal((await set("invoice", "two")).status, 200);
  assert.equal((await set("returns", "three")).status, 409);
  assert.equal((await set("nothing", "four")).status, 404);
  const { version, book } = await ask("GET /answers");
  assert.equal(version, 2);
  assert.deepEqual(Object.keys(book.answers).sort(), ["invoice", "returns"]);
});

test("a write that is sent again changes nothing, and makes no version", async (t) => {
  const { ask, store } = await start(t);
  const write = { version: 0, book: bookSaying("one") };
  assert.deepEqual(await ask("PUT /answers", write), { status: 200, version: 1, is_changed: true });
  assert.deepEqual(await ask("PUT /answers", write), {
    status: 200,
    version: 1,
    is_changed: false,
  });
  assert.equal((await store.answers.versions(bot.id)).length, 1);
});

test("an own topic comes, is answered, and goes with all that was taught of it", async (t) => {
  const { ask } = await start(t);
  const gifts = {
    name: "Gift cards",
    examples: ["do you have gift cards", "gift for lena@posteo.net"],
  };
  assert.equal((await ask("PUT /answers/own/own_gifts", { version: 0, ...gifts })).version, 1);
  await ask("PUT /answers/topics/own_gifts", { version: 1, answer: saying("Yes.") });
  await ask("POST /answers/taught", { utterance: "vouchers", meaning: "own_gifts" });
  const { book, topics, version } = await ask("GET /answers");
  assert.deepEqual(book.own_topics[0].examples, ["do you have gift cards", "gift for •••"]);
  assert.equal(topics.at(-1).name, "Gift cards");
  assert.equal(topics.at(-1).state, "live");
  assert.equal((await ask(`DELETE /answers/own/own_gifts?version=${version}`)).status, 200);
  assert.deepEqual((await ask("GET /answers")).book, { answers: {}, own_topics: [], taught: [] });
  const odd = await ask("PUT /answers/own/__proto__", { version: 4, ...gifts });
  assert.equal(odd.status, 422);
});

test("what a customer wrote is taught without what tells of them, and can be taken back", async (t) => {
  const { ask, store } = await start(t);
  const text = "My name is Lena, 12345678902, lena@posteo.net: bring it back?";
  const ref = await openConversation(store, { first: textEvent("first", text) });
  const of = { conversation_id: ref.conversationId, seq: 1 };
  const { taught, version } = await ask("POST /answers/taught", { ...of, meaning: "returns" });
  assert.equal(version, 1);
  assert.equal(taught.text, "My name is •••, •••, •••: bring it back?");
  const anew = await ask("POST /answers/taught", { utterance: taught.text, meaning: "order" });
  const { book } = await ask("GET /answers");
  assert.deepEqual(book.taught, [{ text: taught.text, meaning: "order" }]);
  assert.equal((await ask(`DELETE /answers/taught/${anew.taught.taught_id}`)).status, 200);
  assert.equal((await ask(`DELETE /answers/taught/${anew.taught.taught_id}`)).status, 404);
  for (const [given, status] of [
    [{ ...of, utterance: "a", meaning: "order" }, 400],
    [{ utterance: "a b" }, 400],
    [{ ...of, seq: 99, meaning: "order" }, 404],
    [{ utterance: "a b", meaning: "everything" }, 422],
    [{ utterance: "12345678902", meaning: "order" }, 422],
    [{ utterance: "a ".repeat(150), meaning: "order" }, 422],
  ] as const) {
    assert.equal((await ask("POST /answers/taught", given)).status, status, JSON.stringify(given));
  }
});

test("a sentence that is answered becomes a topic, and the next like it an example of that", async (t) => {
  const { ask } = await start(t);
  const answer = { name: "Gift cards", locale: "en", text: "We have none." };
  const first = await ask("POST /answers/taught", { utterance: "gift cards?", answer });
  const other = { ...answer, name: "gift CARDS", locale: "zh", text: "没有。" };
  const next = await ask("POST /answers/taught", { utterance: "礼品卡有吗", answer: other });
  assert.equal(next.taught.meaning, first.taught.meaning);
  assert.match(first.taught.meaning, /^own_gift_cards_[0-9a-f]{6}$/);
  const { book } = await ask("GET /answers");
  assert.deepEqual(book.own_topics[0].examples, ["gift cards?", "礼品卡有吗"]);
  assert.deepEqual(Object.keys(book.answers[first.taught.meaning].texts), ["en", "zh"]);
});

test("a sentence that is answered does not overwrite what stands there, and is said from now on", async (t) => {
  const { ask } = await start(t);
  const answer = { name: "Gift cards", locale: "en", text: "We have none." };
  const { taught } = await ask("POST /answers/taught", { utterance: "gift cards?", answer });
  const other = { ...answer, text: "We have some." };
  const late = await ask("POST /answers/taught", { utterance: "gift vouchers", answer: other });
  assert.deepEqual([late.status, late.code], [422, "invalid_answers"]);
  assert.match(late.detail, /There is an answer already/);
  const over = { ...saying("We have none."), valid_until: "2020-01-01" };
  await ask(`PUT /answers/topics/${taught.meaning}`, { version: 1, answer: over });
  await ask("POST /answers/taught", { utterance: "gift vouchers", answer });
  const { book } = await ask("GET /answers");
  assert.equal(book.answers[taught.meaning].texts.en.text, "We have none.");
  assert.equal(book.answers[taught.meaning].valid_until, null);
});

test("a topic to which others taught a sentence meanwhile is not removed with it", async (t) => {
  const { ask } = await start(t);
  await ask("PUT /answers/own/own_gifts", { version: 0, name: "Gifts", examples: ["gift cards"] });
  await ask("POST /answers/taught", { utterance: "vouchers", meaning: "own_gifts" });
  assert.equal((await ask("DELETE /answers/own/own_gifts?version=1")).status, 409);
  assert.equal((await ask("DELETE /answers/own/own_gifts?version=2")).status, 200);
});

test("what would turn a clear request is refused, and the request is shown", async (t) => {
  const { ask } = await start(t);
  const returning = clearRequests.find(({ meaning }) => meaning === "returns")?.text ?? "";
  const turning = { utterance: returning, meaning: "stock" };
  const { status, code, conflicts } = await ask("POST /answers/taught", turning);
  assert.deepEqual([status, code], [409, "example_conflicts"]);
  const [first] = conflicts;
  assert.equal(first.after, "stock");
  assert.notEqual(first.before, "stock");
  assert.equal(first.text, returning);
  const own = { name: "X", examples: [turning.utterance] };
  assert.equal((await ask("PUT /answers/own/own_x", { version: 0, ...own })).status, 409);
  const file = `taught:\n  - text: ${JSON.stringify(returning)}\n    meaning: stock\n`;
  assert.equal((await ask("PUT /answers/file", { version: 0, file, check: true })).status, 409);
  assert.equal((await ask("GET /answers")).version, 0);
});

test("a version is gone back to as a new one", async (t) => {
  const { ask } = await start(t);
  await ask("PUT /answers", { version: 0, book: bookSaying("one") });
  await ask("PUT /answers", { version: 1, book: bookSaying("two") });
  assert.equal((await ask("POST /answers/versions/1/restore", { version: 1 })).status, 409);
  assert.equal((await ask("POST /answers/versions/7/restore", { version: 2 })).status, 404);
  assert.equal((await ask("POST /answers/versions/1/restore", { version: 2 })).version, 3);
  const { data } = await ask("GET /answers/versions");
  assert.deepEqual(
    data.map(({ version, what }: { version: number; what: string }) => [version, what]),
    [
      [3, "restored"],
      [2, "replaced"],
      [1, "replaced"],
    ],
  );
  assert.deepEqual((await ask("GET /answers/versions/3")).book, (await ask("GET /answers")).book);
});

test("a file goes out and comes back; one with a fault changes nothing and names its line", async (t) => {
  const { ask, call } = await start(t);
  await ask("PUT /answers", { version: 0, book: bookSaying("one") });
  const file = await (await call("viewer", "GET /answers/file")).text();
  const same = await ask("PUT /answers/file", { version: 1, file });
  assert.equal(same.is_changed, false);
  const other = file
    .replace("text: one", "text: two")
    .replace("taught: []", "taught:\n  - text: a b\n    meaning: order");
  const checked = await ask("PUT /answers/file", { version: 1, file: other, check: true });
  assert.deepEqual([checked.answers, checked.examples, checked.version], [1, 1, 1]);
  const { code, errors } = await ask("PUT /answers/file", {
    version: 1,
    file: other.replace("two", "Hi {you}"),
  });
  assert.equal(code, "invalid_answers");
  assert.match(errors[0].message, /^Line \d+: There is no variable \{you\}/);
  assert.equal((await ask("GET /answers")).version, 1);
  assert.equal((await ask("PUT /answers/file", { version: 1, file: other })).version, 2);
});

test("a sentence is tried: what it is taken for, why, and what would be said", async (t) => {
  const { ask } = await start(t);
  const tried = await ask("POST /answers/try", { text: "where is my order 12345678902?" });
  assert.equal(tried.explanation.intent, "order_query");
  assert.equal(tried.explanation.topic, null);
  assert.equal(tried.asks_shop, true);
  const greeted = await ask("POST /answers/try", { text: "你好", locale: "zh" });
  assert.equal(greeted.replies[0].kind, "text");
  assert.equal(greeted.asks_shop, false);
});
