import assert from "node:assert/strict";
import { test } from "node:test";
import { startPush } from "../../src/features/alerts/api/push.fixture.ts";
import { codeOf, otherBot } from "../../src/server/admin-api/account/account.fixture.ts";
import { asks } from "../../src/server/admin-api/inbox/inbox.fixture.ts";

// An operator who may sign in registers a fake browser for web push: to reach what only this server reaches, or to keep
// receiving messages about customers who are not theirs.

test("only push services are called: no inside address, no other host, no keys that are none", async (t) => {
  const { subscribe, listed } = await startPush(t);
  const refused = async (wishes: object) =>
    (await codeOf((await subscribe("ada", wishes)).response)).join(" ");
  assert.equal(await refused({ endpoint: "https://169.254.169.254/latest" }), "422 other_host");
  assert.equal(await refused({ endpoint: "http://127.0.0.1:5432/push" }), "422 other_host");
  assert.equal(await refused({ endpoint: "https://push.example/push" }), "422 other_host");
  assert.equal(await refused({ endpoint: "http://fcm.googleapis.com/x" }), "422 other_host");
  assert.equal(await refused({ keys: { p256dh: "BA", auth: "AA" } }), "422 invalid_keys");
  const notOnCurve = `B${"A".repeat(86)}`;
  const auth = "A".repeat(22);
  assert.equal(await refused({ keys: { p256dh: notOnCurve, auth } }), "422 invalid_keys");
  assert.deepEqual((await listed("ada")).data, []);
});

test("nobody is told of customers whom they may not answer: of another bot, as a viewer, or when removed", async (t) => {
  const { subscribe, service, open, store, bo } = await startPush(t);
  const devices = { eve: await subscribe("eve"), viewer: await subscribe("viewer") };
  const ada = await subscribe("ada");
  await subscribe("bo");
  await store.operators.as({ operatorId: null, actor: "test" }).takeRole("bot_1", bo.id);
  await open("two");
  await service.until(1);
  await open("elsewhere", asks, otherBot.id);
  await service.until(2);
  await open("three");
  await service.until(3);
  const who = service.shown.map(({ browser }) => browser);
  assert.deepEqual(
    who,
    [ada, devices.eve, ada].map(({ browser }) => browser.name),
  );
});

test("a program with a token of an operator's makes no device for them", async (t) => {
  const { makeToken, cookies, callByToken, service, listed } = await startPush(t);
  const { token } = await makeToken(cookies.bo, ["people:read", "people:write"]);
  const { public_key: key } = await listed("bo");
  const order = { ...service.open(key).subscription, scope: "all", locale: "en" };
  const refused = await callByToken(token, "PUT /me/push-devices", order);
  assert.deepEqual(await codeOf(refused), [403, "session_required"]);
});
