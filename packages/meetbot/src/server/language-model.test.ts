import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { follower } from "../../test/fixtures/guest.ts";
import {
  commandOf,
  completing,
  standInKey,
  startModelStandIn,
} from "../language-model/model-stand-in.fixture.ts";
import { bot } from "../store/store.fixture.ts";
import { json, startAdminServer } from "./admin-api/call-admin.fixture.ts";

const vague = "the thing Zorbina got from you people the other week, 55512345, any idea?";

/** Opens a chat with a bot whose server has a language model; returns the customer and the server's reports. */
async function openChat(t: TestContext, isOn = true) {
  const standIn = await startModelStandIn(t, completing(commandOf({ intent: "human_agent" })));
  const server = await startAdminServer(t, { languageModel: standIn.endpoint }, ({ store }) =>
    store.bots.change(bot.id, { languageModel: isOn }),
  );
  const base = `${server.url}/chat/${bot.id}`;
  const opened = await fetch(`${base}/conversations`, { method: "POST" });
  const { conversation_id: conversationId, token } = (await opened.json()) as {
    conversation_id: string;
    token: string;
  };
  const guest = await follower({ base, conversationId, token });
  t.after(() => guest.leave());
  const metrics = async () => (await fetch(`${server.url}/metrics`)).text();
  const transcript = async () => {
    const read = await server.call("viewer", `GET /conversations/${conversationId}`);
    return (await json(read)).entries;
  };
  return { ...server, standIn, guest, metrics, transcript, conversationId };
}

test("what the engine is unsure of is answered by a command, counted, logged and shown by names alone", async (t) => {
  const { guest, standIn, metrics, transcript, logged, run } = await openChat(t);
  await guest.say(vague, 1);
  assert.equal(standIn.taken.length, 1);
  assert.deepEqual(standIn.faults, []);
  assert.deepEqual(await run("select count(*)::int from person_requests"), [{ count: 1 }]);

  const told = await metrics();
  assert.match(told, /^meetbot_llm_requests_total\{outcome="command"\} 1$/m);
  assert.match(told, /^meetbot_llm_seconds_count 1$/m);

  const entry = (await transcript()).find(({ text }: { text?: string }) =>
    text?.includes("any idea"),
  );
  assert.equal(entry.language_model.outcome, "command");
  assert.equal(entry.language_model.command.intent, "human_agent");

  const line = logged.find((one) => one.includes("a language model was asked")) ?? "";
  const { outcome, command, ms, tokens } = JSON.parse(line);
  assert.deepEqual([outcome, command.intent, tokens.prompt], ["command", "human_agent", 700]);
  assert.equal(typeof ms, "number");
  const everything = logged.join("");
  for (const secret of [standInKey, "Zorbina", "55512345"]) assert(!everything.includes(secret));
  const stored = JSON.stringify(await run("select * from model_calls"));
  assert(!stored.includes("Zorbina") && !stored.includes("55512345"));
});

test("a bot that is not set so has nobody asked, though the server has a model", async (t) => {
  const { guest, standIn, metrics, transcript } = await openChat(t, false);
  await guest.say(vague, 1);
  assert.deepEqual([standIn.taken, standIn.faults], [[], []]);
  assert.doesNotMatch(await metrics(), /meetbot_llm_requests_total\{/);
  const last = (await transcript()).findLast(({ from }: { from: string }) => from === "customer");
  assert.equal(last.language_model, null);
});

test("a model that hangs delays one answer, and the next ones not at all", async (t) => {
  const { guest, standIn, metrics, logged } = await openChat(t);
  standIn.answer(() => {});
  await guest.say(vague, 2);
  await guest.say("some other zorb, any idea?", 1);
  await guest.say("yet another zorb, any idea?", 1);
  assert.equal(standIn.taken.length, 1);
  const told = await metrics();
  assert.match(told, /^meetbot_llm_requests_total\{outcome="timeout"\} 1$/m);
  assert.match(told, /^meetbot_llm_requests_total\{outcome="spared"\} 2$/m);
  assert.equal(logged.filter((one) => one.includes("fails and is spared")).length, 1);
});

test("a message that is overwritten takes along what a model chose for it", async (t) => {
  const { guest, call, run, conversationId, transcript } = await openChat(t);
  await guest.say(vague, 1);
  const [{ seq }] = await run("select seq from model_calls");
  const body = { seq };
  await call("editor", `POST /conversations/${conversationId}/redact`, { body });
  assert.deepEqual(await run("select * from model_calls"), []);
  const entry = (await transcript()).find((one: { seq: number }) => one.seq === seq);
  assert.equal(entry.language_model, null);
});

test("a language model that is out of reach is told when the server starts", async (t) => {
  const endpoint = { url: "http://10.0.0.5:8000/v1", model: "m", key: null };
  const { logged } = await startAdminServer(t, { languageModel: endpoint });
  await new Promise(setImmediate);
  assert(logged.some((line) => line.includes("MEETBOT_LLM_URL leads where Meetbot does not go")));
});
