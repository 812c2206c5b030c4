import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { type Said, startPlatform, webhookPlatform } from "../src/alerts/platforms.fixture.ts";
import { parseKeyRing } from "../src/secrets/key-ring.ts";
import { destination, happen } from "../src/store/alerts/alerts.fixture.ts";
import { bot, openTestStore } from "../src/store/store.fixture.ts";
import { createMachine } from "./fixtures/machine.ts";

// `kill -9` of the node that tells people what happens, in the middle of a request.

const conversations = ["one", "two", "three", "four"];
const perConversation = 5;

test("alerts that a killed node had in hand are sent by the next, none lost and none out of order", {
  timeout: 300_000,
}, async (t) => {
  const masterKey = randomBytes(32).toString("base64");
  const { store, run, url } = await openTestStore(t, { keyRing: parseKeyRing(masterKey) });
  const { secret } = destination.secrets;
  const signed = webhookPlatform(() => secret);
  const platform = await startPlatform(t, (came): Said => signed(came));
  const address = { shown: "here", secrets: { url: `${platform.origin}/hook`, secret } };
  await store.alerts.destinations.add(bot.id, { ...destination, ...address });
  const machine = createMachine(t);
  const env = {
    MEETBOT_DATABASE_URL: url,
    MEETBOT_MASTER_KEY: masterKey,
    MEETBOT_OUTBOUND_ALLOW: new URL(platform.origin).host,
  };
  const serve = ["serve", "--port", "0"];
  const first = await machine.start(serve, env);
  for (let n = 0; n < perConversation; n += 1) {
    await happen(
      run,
      conversations.map((conversationId) => ({ conversationId })),
    );
  }
  // Taken by the platform; the node dies before it can write that down.
  const killed = platform.until(3).then(() => first.kill());
  await killed;
  const second = await machine.start(serve, env);
  const all = conversations.length * perConversation;
  const ids = () => platform.came.map(({ headers }) => String(headers["webhook-id"]));
  while (new Set(ids()).size < all) await platform.until(platform.came.length + 1);
  await second.stop();

  const firstOf = [...new Set(ids())];
  const conversationOf = new Map(
    platform.came.map(({ headers, text }) => [
      String(headers["webhook-id"]),
      JSON.parse(text).data.conversation_id,
    ]),
  );
  for (const conversation of conversations) {
    const own = firstOf.filter((id) => conversationOf.get(id) === conversation);
    assert.equal(own.length, perConversation);
    const numbers = own.map((id) => Number(id.split("_")[1]));
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => a - b),
      conversation,
    );
  }
  const left = await run("select status, count(*)::integer from alert_deliveries group by status");
  assert.deepEqual(left, [{ status: "sent", count: all }]);
  t.diagnostic(`${platform.came.length} requests for ${all} alerts`);
});
