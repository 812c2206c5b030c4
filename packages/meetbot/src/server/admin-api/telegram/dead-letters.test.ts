import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { bot } from "../../../store/store.fixture.ts";
import { customer, shopBot, startTelegramArea } from "./telegram.fixture.ts";

const soonMs = 60_000;

test("a message that Telegram never took is retried, by itself or with all that were given up", async (t) => {
  const area = await startTelegramArea(t);
  const { connect, say, simulator, store } = area;
  await connect();
  const letters = async () => (await say("viewer", "GET /telegram/failed")).said.data;
  const refuse = { error: { code: 400, description: "Bad Request: BUTTON_URL_INVALID" } };
  const failOne = async () => {
    simulator.meetNext(refuse);
    await simulator.say(shopBot.id, customer, "hello");
    await eventually(soonMs, async () => assert.equal((await letters()).length, 1));
    return (await letters())[0];
  };
  const { conversation_id, seq, ...letter } = await failOne();
  assert((await say("viewer", "GET /telegram")).said.bot.last_event_at);
  assert.partialDeepStrictEqual(letter, { failure: { class: "bad", code: 400 }, retry: "ready" });
  const retry = { conversation_id, seq };
  assert.equal((await say("editor", "POST /telegram/failed/retry", retry)).status, 204);
  await eventually(soonMs, async () => assert.equal(simulator.sent.length, 1));
  assert.equal((await say("editor", "POST /telegram/failed/retry", retry)).said.code, "not_found");
  const [change] = await store.bots.auditOf(bot.id, 1);
  assert.deepEqual([change?.action, change?.actor], ["messages_retried", "editor@shop.example"]);
  assert.deepEqual(change?.detail, { channel: "telegram", messages: 1 });

  const unsent = await failOne();
  const again = `POST /conversations/${unsent.conversation_id}/messages/${unsent.seq}/retry`;
  assert.equal((await say("viewer", again)).status, 403);
  assert.equal((await say("agent", again)).status, 204, "whoever answers sends it again");
  await eventually(soonMs, async () => assert.equal(simulator.sent.length, 2));
  assert.equal((await say("agent", again)).said.code, "not_found");

  await failOne();
  const all = await say("editor", "POST /telegram/failed/retry-all");
  assert.deepEqual(all.said, { queued: 1, left: 0 });
  await eventually(soonMs, async () => assert.equal(simulator.sent.length, 3));
  assert.deepEqual(await letters(), []);
});
