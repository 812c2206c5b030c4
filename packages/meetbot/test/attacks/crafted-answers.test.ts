import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { answerLimits } from "@meetbot/model/answers/answer-limits.ts";
import { json, startAdminServer } from "../../src/server/admin-api/call-admin.fixture.ts";
import { bot, openConversation, textEvent } from "../../src/store/store.fixture.ts";

// A malicious editor, or an attacker with an editor's account: what they could put into a shop's own answers.

const saying = (text: string) => ({ texts: { en: { text } } });
const bookSaying = (text: string) => ({ answers: { returns: saying(text) } });

async function start(t: TestContext) {
  const server = await startAdminServer(t);
  const ask = async (route: string, body?: object) => {
    const response = await server.call("editor", route, body ? { body } : {});
    return { status: response.status, ...(await json(response)) };
  };
  return { ...server, ask };
}

test("a viewer reads and tries, and writes nothing; another bot's are none of theirs", async (t) => {
  const { call, store, url } = await start(t);
  const body = { version: 0, book: bookSaying("one"), answer: null, text: "hi", file: "" };
  const more = { utterance: "a b", meaning: "order", name: "x", examples: ["a b"] };
  for (const route of [
    "PUT /answers",
    "PUT /answers/topics/returns",
    "PUT /answers/own/own_gifts",
    "DELETE /answers/own/own_gifts?version=0",
    "POST /answers/taught",
    "DELETE /answers/taught/0123456789abcdef",
    "POST /answers/versions/1/restore",
    "PUT /answers/file",
  ]) {
    const { status } = await call("viewer", route, { body: { ...body, ...more } });
    assert.equal(status, 403, route);
  }
  assert.equal((await call("viewer", "POST /answers/try", { body: { text: "hi" } })).status, 200);
  assert.equal((await call("viewer", "GET /answers")).status, 200);
  assert.equal(await store.answers.newest(bot.id), null);
  await store.bots.create({ ...bot, id: "bot_2" }, { signingSecret: "s", identitySecret: "i" });
  const foreign = await fetch(`${url}/api/v1/bots/bot_2/answers`);
  assert.equal(foreign.status, 401);
  assert.equal((await call("editor", "GET /../bot_2/answers")).status, 404);
});

test("a body of any size and kind is refused, and the server goes on", async (t) => {
  const { ask, call } = await start(t);
  const huge = { version: 0, book: bookSaying("x".repeat(10 * 1024 * 1024)) };
  assert.equal((await call("editor", "PUT /answers", { body: huge })).status, 413);
  for (const book of [
    null,
    [],
    { taught: Array(200_000).fill(0) },
    bookSaying("<\u202E>"),
    { ...bookSaying("a"), color: 1 },
    { answers: { own_x: saying("a") } },
    {
      answers: {
        returns: {
          texts: {
            en: { text: "a", buttons: [{ kind: "link", title: "a", url: "javascript:x" }] },
          },
        },
      },
    },
  ]) {
    const { status, errors } = await ask("PUT /answers", { version: 0, book });
    assert([400, 422].includes(status), `${status}`);
    assert(errors.length > 0 && errors.length <= 20);
  }
  assert.equal((await ask("GET /answers")).version, 0);
});

test("what is recorded and logged of a change holds nothing of what it says", async (t) => {
  const { ask, store, logged } = await start(t);
  await ask("PUT /answers/topics/returns", { version: 0, answer: saying("secretive words") });
  await ask("POST /answers/taught", { utterance: "secretive question", meaning: "returns" });
  const entries = await store.bots.auditOf(bot.id, 9);
  assert.deepEqual(
    entries.slice(0, 2).map(({ actor, action, detail }) => [actor, action, detail]),
    [
      ["editor@shop.example", "answers_changed", { what: "taught", topic: "returns", version: 2 }],
      [
        "editor@shop.example",
        "answers_changed",
        { what: "answer_set", topic: "returns", version: 1 },
      ],
    ],
  );
  assert.doesNotMatch(JSON.stringify(entries) + logged.join(""), /secretive/);
});

test("a crafted file is refused at its first fault, in no time, and changes nothing", async (t) => {
  const { ask, store } = await start(t);
  const fill = (part: string) => part.repeat((answerLimits.fileBytes - 100) / part.length);
  const bomb = Array.from({ length: 30 }, (_, n) => `k${n}: &k${n} [*k${n - 1}, *k${n - 1}]`);
  const files = {
    "aliases of aliases": ["k: &k-1 [x]", ...bomb].join("\n"),
    "a tag": "answers: !!js/function 'x'",
    "a name that JavaScript knows": "answers:\n  __proto__:\n    texts: {en: {text: a}}",
    "quotes alone": fill('"'),
    "lists without end": fill("["),
    "faults alone": fill("]"),
    "a million examples": `taught:\n${fill("- {text: a, meaning: order}\n")}`,
    "names without end": `answers:\n${fill("  a: 1\n")}`,
  };
  for (const [what, file] of Object.entries(files)) {
    const start = process.cpuUsage();
    const { status, code, errors } = await ask("PUT /answers/file", { version: 0, file });
    assert.deepEqual([status, code], [422, "invalid_answers"], what);
    assert(errors.length <= 20, what);
    assert.match(errors[0].message, /^Line \d+: /, what);
    assert(process.cpuUsage(start).user < 10_000_000, what); // the server is in this process
  }
  assert.equal(await store.answers.newest(bot.id), null);
  assert.equal({}.constructor, Object);
});

test("what tells of a customer is in no example, wherever it was put", async (t) => {
  const { ask, call } = await start(t);
  const told = "my name is Lena, 12345678902, lena@posteo.net";
  const file = `taught:\n  - text: file ${told}\n    meaning: order\n`;
  await ask("PUT /answers", {
    version: 0,
    book: {
      own_topics: [{ id: "own_a", name: "A", examples: [`book ${told}`] }],
      taught: [{ text: `taught ${told}`, meaning: "order" }],
    },
  });
  await ask("PUT /answers/own/own_a", { version: 1, name: "A", examples: [`own ${told}`] });
  await ask("POST /answers/taught", { utterance: `said ${told}`, meaning: "order" });
  const first = await (await call("viewer", "GET /answers/versions/1")).text();
  const third = await (await call("viewer", "GET /answers/file")).text();
  assert.equal((await ask("PUT /answers/file", { version: 3, file })).status, 200);
  const fourth = await (await call("viewer", "GET /answers")).text();
  assert.match(first + third + fourth, /own my name is •••/);
  assert.doesNotMatch(first + third + fourth, /Lena|8902|posteo/);
});

test("a message of another bot's customer, or that was overwritten, is not taught", async (t) => {
  const { ask, store } = await start(t);
  await store.bots.create({ ...bot, id: "bot_2" }, { signingSecret: "s", identitySecret: "i" });
  const ref = await openConversation(store, { botId: "bot_2", first: textEvent("1", "a secret") });
  const of = { conversation_id: ref.conversationId, seq: 1, meaning: "order" };
  assert.equal((await ask("POST /answers/taught", of)).status, 404);
});
