import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { bot } from "../../../store/store.fixture.ts";
import { createUser, textOf } from "../../webhooks/messenger.fixture.ts";
import { startPageArea } from "./messenger.fixture.ts";

type Area = Awaited<ReturnType<typeof startPageArea>>;

const soonMs = 60_000;
const never = { error: { code: 100, subcode: 2018109 } };

async function startListening(t: Parameters<typeof startPageArea>[0]) {
  const area = await startPageArea(t);
  await area.connect();
  assert.equal(await area.listen(), true);
  return area;
}

const lettersOf = async ({ say }: Area, query = "") =>
  (await say("viewer", `GET /messenger/failed${query}`)).said;

/** Messages that were given up, once there are so many. */
async function lettersBy(area: Area, count: number) {
  await eventually(soonMs, async () => assert.equal((await lettersOf(area)).data.length, count));
  return (await lettersOf(area)).data;
}

test("a message that Meta never took is retried behind what was said since, and leaves the list", async (t) => {
  const area = await startListening(t);
  const { graph, say, store } = area;
  const user = createUser(graph);
  graph.meetNext(never);
  await user.write("hello");
  const [letter] = await lettersBy(area, 1);
  assert.partialDeepStrictEqual(letter, {
    failure: { class: "bad", code: 100, subcode: 2018109 },
    retry: "ready",
  });
  await user.write("thank you");
  const [thanks] = await user.reads(1);
  assert.match(textOf(thanks!), /welcome/i);
  const { conversation_id, seq } = letter;
  const retried = await say("editor", "POST /messenger/failed/retry", { conversation_id, seq });
  assert.equal(retried.status, 204);
  const [greeting] = await user.reads(1);
  assert.match(textOf(greeting!), /^Hello!/);
  assert.deepEqual(await lettersOf(area), { data: [], next_cursor: null });
  const again = await say("editor", "POST /messenger/failed/retry", { conversation_id, seq });
  assert.equal(again.said.code, "not_found");
  await user.write("thank you");
  await user.reads(1);
  await graph.settled();
  user.hasReadAll();
  const [change] = await store.bots.auditOf(bot.id, 1);
  assert.deepEqual([change?.action, change?.actor], ["messages_retried", "editor@shop.example"]);
});

test("nothing is retried for a customer whose window is closed, until they write", async (t) => {
  const area = await startListening(t);
  const { graph, say, run } = area;
  const user = createUser(graph);
  graph.meetNext({ error: { code: 551 } });
  await user.write("hello");
  const [gone] = await lettersBy(area, 1);
  assert.deepEqual([gone.failure.class, gone.retry], ["gone", "customer_gone"]);
  const { conversation_id, seq } = gone;
  const retry = () => say("editor", "POST /messenger/failed/retry", { conversation_id, seq });
  assert.deepEqual([(await retry()).status, (await retry()).said.code], [409, "customer_gone"]);
  await run("update conversations set active_at = now() - interval '25 hours'");
  assert.equal((await lettersOf(area)).data[0].retry, "window_closed");
  assert.match((await retry()).said.detail, /more than 24 hours ago/);
  const all = await say("editor", "POST /messenger/failed/retry-all");
  assert.deepEqual(all.said, { queued: 0, left: 0 });
  assert.deepEqual((await say("viewer", "GET /messenger")).said.page.conversations, {
    open: 0,
    closed: 1,
  });
  await user.write("thank you");
  await user.reads(1);
  assert.equal((await retry()).status, 204);
  await user.reads(1);
});

test("all that may be retried is, each conversation's messages in their order, and the list is paged", async (t) => {
  const area = await startListening(t);
  const { graph, say, run } = area;
  const users = [createUser(graph), createUser(graph)];
  for (const [nth, user] of users.entries()) {
    for (const text of ["hello", "thank you"]) {
      graph.meetNext(never);
      await user.write(text);
      await lettersBy(area, nth * 2 + (text === "hello" ? 1 : 2));
    }
  }
  const first = await lettersOf(area, "?limit=3");
  const rest = await lettersOf(area, `?limit=3&cursor=${first.next_cursor}`);
  assert.deepEqual([first.data.length, rest.data.length, rest.next_cursor], [3, 1, null]);
  const places = [...first.data, ...rest.data].map(
    (one: { conversation_id: string; seq: number }) => `${one.conversation_id} ${one.seq}`,
  );
  assert.equal(new Set(places).size, 4);
  assert.equal((await say("viewer", "POST /messenger/failed/retry-all")).said.code, "role_too_low");
  assert.equal((await say("viewer", "GET /messenger")).said.page.failed, 4);

  await run("update channel_links set stopped_for = 'auth'");
  assert.equal((await lettersOf(area)).data[0].retry, "page_stopped");
  await area.connect();
  const { said } = await say("editor", "POST /messenger/failed/retry-all");
  assert.deepEqual(said, { queued: 4, left: 0 });
  for (const user of users) {
    const [greeting, thanks] = await user.reads(2);
    assert.doesNotMatch(textOf(greeting!), /you.re welcome/i);
    assert.match(textOf(thanks!), /welcome/i);
  }
  assert.deepEqual((await lettersOf(area)).data, []);
});
