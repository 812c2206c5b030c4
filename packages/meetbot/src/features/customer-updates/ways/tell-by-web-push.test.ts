import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { News } from "@meetbot/model/push/notification.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { startPushService } from "../../../platform/web-push/push-service.fixture.ts";
import { bot, openConversation, openTestStore } from "../../../store/store.fixture.ts";
import { createTellByWebPush } from "./tell-by-web-push.ts";

const publicUrl = "https://bots.example";

/** A conversation, a push service that may be called, and browsers that subscribed there. */
async function openWay(t: TestContext, { locale = "en", allow = true } = {}) {
  const service = await startPushService(t);
  const { store, run } = await openTestStore(t);
  const guard = createEndpointGuard({
    allow: () => parseAllowList(allow ? [service.host] : []),
    ownPort: 0,
  });
  const agent = createMerchantAgent(guard);
  t.after(() => agent.close());
  const botOf = async (id: string) => (id === bot.id ? bot : null);
  const tell = createTellByWebPush({ ways: store.ways, botOf, agent, publicUrl, now: Date.now });
  const ref = await openConversation(store);
  await run("update conversations set locale = $1", [locale]);
  const { publicKey } = await store.ways.keysOf(bot.id);
  const open = async () => {
    const browser = service.open(publicKey);
    const { endpoint, keys } = browser.subscription;
    await store.ways.storeDevice(ref, { endpoint, ...keys });
    return browser;
  };
  const news: News = {
    ...{ ...ref, pushId: "push_1", thread: "ab".repeat(32), status: "out_for_delivery" },
    ...{ of: "package", ttlS: 43_200 },
  };
  return { ...service, store, run, tell, open, ref, news };
}

test("each browser is told what became of the parcel, for as long as it is news, and nothing else of it", async (t) => {
  const { tell, open, news, shown, faults, run } = await openWay(t, { locale: "zh" });
  await open();
  await open();
  assert.deepEqual(await tell(news), { kind: "sent" });
  assert.deepEqual(faults, []);
  assert.equal(shown.length, 2);
  for (const one of shown) {
    assert.equal(one.ttl, 43_200);
    assert.equal(one.topic, "ab".repeat(16));
    assert.equal(one.subject, publicUrl);
    assert.deepEqual(one.news, {
      ...{ meetbot: 1, title: bot.name, body: "您的包裹正在派送。" },
      ...{ tag: one.topic, url: `${publicUrl}/chat/${bot.id}` },
    });
  }
  assert.equal(
    (await run("select from customer_devices where last_sent_at is not null")).length,
    2,
  );
});

test("a browser that is no more is forgotten, and without one the next way is tried", async (t) => {
  const { tell, open, news, store, ref } = await openWay(t);
  assert.deepEqual(await tell(news), { kind: "no_way", because: "gone" });
  const browser = await open();
  const other = await open();
  browser.isGone = true;
  assert.deepEqual(await tell(news), { kind: "sent" });
  const [left, ...more] = await store.ways.devicesOf(ref);
  assert.equal(left?.subscription.endpoint, other.subscription.endpoint);
  assert.deepEqual(more, []);
  other.isGone = true;
  assert.deepEqual(await tell(news), { kind: "no_way", because: "gone" });
  assert.deepEqual(await store.ways.devicesOf(ref), []);
});

test("a service that has trouble is asked again, after the time that it names; one that refuses is not", async (t) => {
  const { tell, open, news, refuse } = await openWay(t);
  await open();
  refuse({ status: 503 }, { status: 429, headers: { "retry-after": "600" } }, { status: 403 });
  assert.deepEqual(await tell(news), { kind: "again", afterMs: 60_000 });
  assert.deepEqual(await tell(news), { kind: "again", afterMs: 600_000 });
  assert.deepEqual(await tell(news), { kind: "no_way", because: "unavailable" });
});

test("a browser whose service leads inside is never called, whatever was kept of it", async (t) => {
  const { tell, open, news, came } = await openWay(t, { allow: false });
  await open();
  assert.equal((await tell(news)).kind, "again");
  assert.equal(came(), 0);
});
