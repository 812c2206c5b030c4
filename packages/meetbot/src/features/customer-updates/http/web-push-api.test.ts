import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { openGuest } from "../../../../test/fixtures/guest.ts";
import { startPushService } from "../../../platform/web-push/push-service.fixture.ts";
import { startTestServer } from "../../../server/server.fixture.ts";
import { bot } from "../../../store/store.fixture.ts";

const other = { ...bot, id: "bot_2", origins: ["https://shop.example"] };

async function openPush(t: TestContext, publicUrl: string | null = "https://bots.example") {
  const service = await startPushService(t);
  const server = await startTestServer(t, {
    publicUrl,
    trustedProxies: ["127.0.0.1"],
    pushServices: () => parseAllowList([service.host]),
    outboundAllow: () => parseAllowList(["127.0.0.1", "shop.internal"]),
  });
  await server.store.bots.create(other, { signingSecret: "s", identitySecret: "i" });
  const call = async (method: string, token: string | null, body: unknown = null, id = bot.id) => {
    const response = await fetch(`${server.url}/chat/${id}/push`, {
      method,
      headers: {
        // From elsewhere: this machine itself is never too much.
        "x-forwarded-for": "203.0.113.9",
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      ...(body !== null && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, json: text ? JSON.parse(text) : null };
  };
  const guest = await openGuest(server.url, bot.id);
  t.after(() => guest.leave());
  const { token } = guest.seat;
  const [row] = await server.run("select conversation_id as id from conversations");
  const conversationId = String(row?.id);
  return { ...server, service, call, token, ref: { botId: bot.id, conversationId } };
}

test("a browser is kept by the conversation's token, and taken away by it", async (t) => {
  const { call, token, service, store, ref } = await openPush(t);
  const { status, json } = await call("GET", null);
  assert.equal(status, 200);
  assert.notEqual(json.public_key, (await call("GET", null, null, other.id)).json.public_key);
  const { subscription } = service.open(json.public_key);
  assert.equal((await call("POST", token, subscription)).status, 204);
  assert.equal((await call("POST", token, subscription)).status, 204);
  const [device, ...more] = await store.ways.devicesOf(ref);
  assert.deepEqual(more, []);
  assert.equal(device?.subscription.endpoint, subscription.endpoint);
  assert.equal((await call("DELETE", token, subscription)).status, 204);
  assert.deepEqual(await store.ways.devicesOf(ref), []);
});

test("where no address by https is known, nobody can be told, and it is said why", async (t) => {
  const { call, token, service } = await openPush(t, "http://bots.example");
  const { status, json } = await call("GET", null);
  assert.equal(status, 404);
  assert.match(json.error.message, /MEETBOT_PUBLIC_URL/);
  const { subscription } = service.open("key");
  assert.equal((await call("POST", token, subscription)).status, 404);
});

test("other tokens, strange hosts, inside addresses and no keys are refused", async (t) => {
  const { call, token, service, store, ref } = await openPush(t);
  const { subscription } = service.open((await call("GET", null)).json.public_key);
  const { keys } = subscription;
  assert.equal((await call("POST", null, subscription)).status, 401);
  assert.equal((await call("POST", "another", subscription)).status, 401);
  assert.equal((await call("POST", token, subscription, other.id)).status, 401);
  const codeOf = async (body: unknown) => (await call("POST", token, body)).json.error.code;
  assert.equal(await codeOf({ endpoint: "https://evil.example/x", keys }), "other_host");
  assert.equal(
    await codeOf({ endpoint: "https://fcm.googleapis.com.evil.example/x", keys }),
    "other_host",
  );
  assert.equal(await codeOf({ endpoint: "http://169.254.169.254/x", keys }), "other_host");
  assert.equal(await codeOf({ endpoint: "https://[::1]/x", keys }), "other_host");
  const { origin: inside, came } = await startPushService(t);
  for (const endpoint of [`${inside}/internal/orders`, "http://shop.internal/x"]) {
    assert.equal(
      await codeOf({ endpoint, keys }),
      "other_host",
      "opened for shops, not for pushes",
    );
  }
  assert.equal(came(), 0);
  assert.equal(await codeOf({ endpoint: "no url", keys }), "invalid_url");
  assert.equal(
    await codeOf({ endpoint: subscription.endpoint, keys: { ...keys, auth: "x" } }),
    "invalid_keys",
  );
  for (const none of ["", "[]", "null", '{"endpoint":1}', "{", '{"endpoint":"x","keys":null}']) {
    assert.equal(await codeOf(none || "x"), "invalid_json", none);
  }
  assert.deepEqual(await store.ways.devicesOf(ref), []);
  assert.equal(service.came(), 0);
});

test("whoever registers a thousand is slowed down, and five are kept", async (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() }); // with time, there is room for more
  const { call, token, service, store, ref } = await openPush(t);
  const key = (await call("GET", null)).json.public_key;
  const statuses: number[] = [];
  for (let nth = 0; nth < 150; nth++) {
    statuses.push((await call("POST", token, service.open(key).subscription)).status);
  }
  assert.ok(statuses.includes(429));
  assert.equal((await store.ways.devicesOf(ref)).length, 5);
});
