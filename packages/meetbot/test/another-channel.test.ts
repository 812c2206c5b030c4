import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { keepsChannelContract } from "../src/channels/channel.contract.ts";
import { toChannels } from "../src/channels/registry.ts";
import { webChat } from "../src/channels/web-chat/web-chat.ts";
import { linkOn } from "../src/operations/channels/connect-link.ts";
import { startTestServer } from "../src/server/server.fixture.ts";
import { bot } from "../src/store/store.fixture.ts";
import { eventually } from "./fixtures/eventually.ts";
import {
  createPigeonPost,
  type Dispatch,
  type Loft,
  signDispatch,
} from "./fixtures/pigeon-post.ts";

// A channel that no file of the house names: one object and one line in a table make a server speak it.

keepsChannelContract(createPigeonPost({ flights: [], meetNext: [] }));

const patienceMs = 60_000;
const token = "a token";

async function startLoft(t: TestContext) {
  const loft: Loft = { flights: [], meetNext: [] };
  const channel = createPigeonPost(loft);
  const on = linkOn(channel, bot.id);
  const server = await startTestServer(
    t,
    { channels: toChannels([webChat, channel]) },
    ({ store }) =>
      store.channels.links.connect(bot.id, {
        ...{ channel: channel.name, externalId: "9", details: {}, secrets: { token } },
      }),
  );
  const webhook = `${server.url}/channels/${channel.name}/${bot.id}`;
  return {
    ...{ ...server, loft, on, webhook },
    letters: server.store.channels.deadLetters,
    async tell(...dispatches: Dispatch[]) {
      const body = JSON.stringify(dispatches);
      const headers = { "x-loft-signature": signDispatch(body, token) };
      return fetch(webhook, { method: "POST", body, headers });
    },
    flew: (count: number) =>
      eventually(patienceMs, async () => assert.equal(loft.flights.length, count)),
    /** Nothing waits to be sent. */
    rests: () =>
      eventually(patienceMs, async () =>
        assert.deepEqual(await server.run("select 1 from outboxes where send_at is not null"), []),
      ),
  };
}

test("a customer of a new channel is answered over it, once, by its own rules", async (t) => {
  const { tell, flew, loft, webhook, url, store, run } = await startLoft(t);
  const answer = await tell({ from: "Yilia", id: "1", says: "hello" });
  assert.deepEqual([answer.status, await answer.text()], [200, "coo"]);
  await flew(1);
  assert.equal(loft.flights[0]!.to, "Yilia");
  await tell({ from: "Yilia", id: "1", says: "hello" }, { from: "Yilia", id: "2", says: "thanks" });
  await flew(2);
  assert.deepEqual(await run("select distinct channel from conversations"), [
    { channel: "pigeon-post" },
  ]);

  const forged = await fetch(webhook, {
    ...{ method: "POST", body: "[]", headers: { "x-loft-signature": "0" } },
  });
  assert.deepEqual(
    [forged.status, ((await forged.json()) as { error: { code: string } }).error.code],
    [401, "invalid_signature"],
  );
  assert.equal((await fetch(webhook)).status, 404);
  assert.equal((await fetch(`${url}/channels/messenger/${bot.id}`)).status, 404);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  assert.match(metrics, /meetbot_pigeon_post_sent_total\{outcome="sent"\} 2/);
  const [usage] = await store.usage.of(bot.id);
  assert.equal(usage?.name, "pigeon-post");
});

test("a letter whose answer was lost is sent again, for nothing would tell what became of it", async (t) => {
  const { tell, flew, loft, rests } = await startLoft(t);
  loft.meetNext.push({ ok: false, failure: "ambiguous" });
  await tell({ from: "Yilia", id: "1", says: "hello" });
  await flew(2);
  await rests();
  const [first, second] = loft.flights;
  assert.deepEqual(first, second);
});

test("what was sent and is lost later, and what waits for somebody who is gone, may be retried", async (t) => {
  const { tell, flew, loft, rests, letters, on, run } = await startLoft(t);
  await tell({ from: "Yilia", id: "1", says: "hello" });
  await flew(1);
  await rests();
  const [{ conversationId, seq, part }] = loft.flights as [Loft["flights"][0]];
  const page = { limit: 10, below: null };
  await tell({ from: "Yilia", lost: { conversationId, seq, part } });
  const lost = await letters.list(on, page);
  assert.deepEqual(
    lost.rows.map((one) => [one.seq, one.failure?.class, one.failure?.code, one.retry]),
    [[seq, "bad", 7, "ready"]],
  );
  // Reports the same loss twice; no other customer can report the loss of a customer's message.
  await tell({ from: "Yilia", lost: { conversationId, seq, part } });
  await tell({ from: "Mallory", id: "2", says: "hello" });
  await flew(2);
  await tell({ from: "Mallory", lost: { conversationId, seq, part } });
  assert.equal((await letters.list(on, page)).rows.length, 1);

  loft.meetNext.push({ ok: false, failure: "transient", retryAfterMs: 3_600_000 });
  await tell({ from: "Yilia", id: "3", says: "hello" });
  await flew(3);
  await eventually(patienceMs, async () =>
    assert.equal((await run("select 1 from outboxes where tries = 1")).length, 1),
  );
  await tell({ from: "Yilia", moved: true });
  await rests();
  const states = async () =>
    (await letters.list(on, page)).rows.map(({ failure, retry }) => `${failure?.class} ${retry}`);
  assert.deepEqual(await states(), ["gone customer_gone", "bad ready"]);
  const answer = await tell({ from: "Yilia", moved: false });
  assert.deepEqual(await answer.json(), { welcome: "back" });
  assert.deepEqual(await states(), ["gone ready", "bad ready"]);
});
