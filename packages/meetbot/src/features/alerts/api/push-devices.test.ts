import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf } from "../../../server/admin-api/account/account.fixture.ts";
import { json } from "../../../server/admin-api/call-admin.fixture.ts";
import { asks } from "../../../server/admin-api/inbox/inbox.fixture.ts";
import { goOn } from "../../../store/logs/log.fixture.ts";
import { bot } from "../../../store/store.fixture.ts";
import { maxDevices } from "../store/push-devices.ts";
import { startPush } from "./push.fixture.ts";

test("who waits is told in the browser of an agent who wants it, by ids only, and a click leads to the inbox", async (t) => {
  const { service, subscribe, open, listed, run, logged, recorded } = await startPush(t);
  const { browser, order } = await subscribe("ada", { locale: "zh" });
  await open("two", { ...asks, replies: [] });
  await service.until(1);
  assert.deepEqual(service.faults, []);
  const [told] = service.shown;
  assert(told);
  assert.deepEqual(
    [told.browser, told.subject, told.urgency, told.ttl],
    [...[browser.name, "https://bots.example", "high", 3_600]],
  );
  assert.deepEqual(told.news, {
    title: "有顾客在等待人工客服",
    body: bot.name,
    tag: told.topic,
    path: `/console/bots/${bot.id}/inbox?conversation=two`,
  });
  assert(!told.topic.includes("two"));
  const { data } = await listed("ada");
  assert.partialDeepStrictEqual(data, [
    { is_this: true, scope: "all", push_service: service.host },
  ]);
  assert(data[0].last_sent_at);
  const [{ sealed }] = await run("select sealed from web_push_devices");
  for (const secret of [browser.name, order.keys.auth]) {
    assert(!sealed.includes(secret));
    assert(!logged.join("").includes(secret));
  }
  assert.deepEqual((await recorded()).at(-1)?.slice(0, 2), [
    "ada@shop.example",
    "push_device_added",
  ]);
});

test("what a customer writes is told to whoever has the conversation, and to nobody else", async (t) => {
  const { service, subscribe, open, tell, store } = await startPush(t);
  const [ada] = [await subscribe("ada", { scope: "mine" }), await subscribe("bo")];
  const two = await open("two");
  await service.until(1);
  await tell("ada", "POST /conversations/two/take", {});
  await goOn(store, two, "more", { isForPerson: true, replies: [] });
  await service.until(2);
  await open("three");
  await service.until(3);
  const told = service.shown.map(({ browser, news }) => [browser === ada.browser.name, news.title]);
  assert.deepEqual(told, [
    [false, "A customer is waiting for a person"],
    [true, "New message in a conversation"],
    [false, "A customer is waiting for a person"],
  ]);
  assert.equal(service.shown[1]?.topic, service.shown[0]?.topic, "one conversation, one topic");
});

test("a browser that is gone is taken away; one whose service has enough or is down is told later", async (t) => {
  const { service, subscribe, open, listed, run } = await startPush(t);
  const { browser } = await subscribe("ada");
  service.refuse({ status: 429, headers: { "retry-after": "300" } }, { status: 503 });
  await open("two");
  await service.until(1);
  const waits = "select from web_push_devices where next_at > now() + interval '250 seconds'";
  while ((await run(waits)).length === 0);
  const goOn = async () => {
    await run("update web_push_devices set next_at = now()");
    await run("update web_pushes set send_at = now()");
  };
  await goOn();
  await service.until(2);
  while ((await run("select from web_pushes where tries = 1")).length === 0);
  await goOn();
  await service.until(3);
  assert.equal(service.shown.length, 1);
  browser.isGone = true;
  await open("three");
  await service.until(4);
  while ((await listed("ada")).data.length > 0);
  assert.deepEqual(await run("select from web_pushes"), []);
});

test("a sample says how it came out; whoever signs out, or is removed, is told nothing more there", async (t) => {
  const { service, subscribe, listed, call, cookies, store, bo, run } = await startPush(t);
  await subscribe("ada");
  const { device_id: id } = await json((await subscribe("bo")).response);
  const testIt = () => call(cookies.bo, `POST /me/push-devices/${id}/test`);
  assert.deepEqual(await json(await testIt()), { sent: true, http_status: 201, problem: null });
  assert.equal(service.shown[0]?.news.path, "/console/");
  const foreign = await call(cookies.ada, `POST /me/push-devices/${id}/test`);
  assert.deepEqual(await codeOf(foreign), [404, "not_found"]);
  assert.equal((await call(cookies.ada, `DELETE /me/push-devices/${id}`)).status, 404);
  service.refuse({ status: 404 });
  assert.partialDeepStrictEqual(await json(await testIt()), { sent: false, http_status: 404 });
  assert.deepEqual((await listed("bo")).data, [], "no such subscription: it is taken away");

  await subscribe("bo");
  const [{ session_id: session }] = (await json(await call(cookies.bo, "GET /me/sessions"))).data;
  await store.access.endSession(bo.id, session);
  assert.equal((await run("select from web_push_devices")).length, 1);
  await store.operators
    .as({ operatorId: null, actor: "test" })
    .remove((await store.operators.findByEmail("ada@shop.example"))!.id);
  assert.deepEqual(await run("select from web_push_devices"), []);
});

test("without an address by https nobody is subscribed, and the console is told so", async (t) => {
  const { subscribe, listed } = await startPush(t, "http://bots.example");
  assert.equal((await listed("ada")).public_key, null);
  const { response } = await subscribe("ada");
  assert.deepEqual(await codeOf(response), [409, "no_push"]);
});

test("an operator has so many browsers and no more; the same one again is the same", async (t) => {
  const { subscribe, service, signIn, ada, call, listed } = await startPush(t);
  const { public_key: key } = await listed("ada");
  const orders = Array.from({ length: maxDevices + 1 }, () => ({
    ...{ ...service.open(key).subscription, scope: "all", locale: "en" },
  }));
  const statuses: number[] = [];
  for (const order of orders) {
    const response = await call(await signIn(ada.id), "PUT /me/push-devices", order);
    statuses.push(response.status);
    await response.body?.cancel();
  }
  assert.deepEqual(statuses, [...Array(maxDevices).fill(200), 409]);
  // In another session, with other wishes.
  const cookie = await signIn(ada.id);
  const again = await call(cookie, "PUT /me/push-devices", { ...orders[0], scope: "mine" });
  assert.equal((await json(again)).scope, "mine");
  assert.equal((await listed("ada")).data.length, maxDevices);
  // Somebody else signs in in that browser.
  const { response } = await subscribe("bo", { endpoint: orders[0]!.endpoint });
  assert.equal(response.status, 200);
  assert.equal((await listed("ada")).data.length, maxDevices - 1);
});
