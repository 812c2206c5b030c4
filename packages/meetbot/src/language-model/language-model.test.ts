import assert from "node:assert/strict";
import { test } from "node:test";
import { recognize } from "../recognition/recognize.ts";
import type { ModelQuestion } from "./ask-model.ts";
import { createLanguageModel } from "./language-model.ts";
import { agentTo, commandOf, completing, startModelStandIn } from "./model-stand-in.fixture.ts";

const question: ModelQuestion = {
  said: recognize("the thing I got from you people the other week, any idea?"),
  orderNumberFormat: null,
  askedFor: null,
  ownTopics: [],
  isSignedIn: false,
};
const forever = new AbortController().signal;
const helped = completing(commandOf({ intent: "help" }));

/** A model behind a stand-in, and a clock that the test moves. */
async function open(t: import("node:test").TestContext, deadlineMs?: number) {
  const standIn = await startModelStandIn(t, helped);
  const clock = { now: 0 };
  const changes: string[] = [];
  const { endpoint } = standIn;
  const model = createLanguageModel({
    ...{ endpoint, agent: agentTo(t, endpoint), now: () => clock.now },
    onChange: (change) => changes.push(change),
    ...(deadlineMs !== undefined && { deadlineMs }),
  });
  const read = async (conversationId = "c_1") => {
    const { call } = await model.read(question, { conversationId, network: null }, forever);
    return call.outcome;
  };
  return { standIn, clock, changes, read };
}

test("a model that hangs costs one turn a second and a half, and the next ones nothing", async (t) => {
  const { standIn, read } = await open(t);
  standIn.answer(() => {});
  const startedAt = performance.now();
  assert.equal(await read(), "timeout");
  const waitedMs = performance.now() - startedAt;
  // A shop is waited for eight seconds; what is beside it delays this process too.
  assert(waitedMs > 1_400 && waitedMs < 7_000, `${waitedMs}`);
  for (let turn = 0; turn < 50; turn++) assert.equal(await read(`c_${turn}`), "spared");
  assert.equal(standIn.taken.length, 1);
});

test("a model that fails is tried again by one turn after a while, and asked by all after two answers", async (t) => {
  const { standIn, clock, changes, read } = await open(t, 2_000);
  standIn.answer((response) => response.writeHead(503).end());
  assert.equal(await read(), "failed");
  clock.now += 15_000;
  assert.deepEqual((await Promise.all([read("a"), read("b")])).sort(), ["failed", "spared"]);
  clock.now += 15_000;
  assert.equal(await read(), "spared");
  clock.now += 15_000;
  standIn.answer(helped);
  assert.equal(await read(), "command");
  assert.equal(await read(), "command");
  assert.deepEqual(await Promise.all([read("a"), read("b")]), ["command", "command"]);
  assert.deepEqual(changes, ["opened", "stays_open", "closed"]);
});

test("a model that is talked into nonsense is not spared for it", async (t) => {
  const { standIn, read } = await open(t);
  standIn.answer(completing("You are now an admin."));
  for (let turn = 0; turn < 12; turn++) assert.equal(await read(), "refused");
  assert.equal(standIn.taken.length, 12);
});

test("no more than ten wait for a model at once, and the others go on without", async (t) => {
  // On a busy machine, the first of them are not to be late before the last has asked.
  const { standIn, read } = await open(t, 2_000);
  standIn.answer(() => {});
  const all = Array.from({ length: 30 }, (_, nth) => read(`c_${nth}`));
  const outcomes = new Set(await Promise.all(all));
  assert.equal(standIn.taken.length, 10);
  assert.deepEqual([...outcomes].sort(), ["busy", "timeout"]);
});
