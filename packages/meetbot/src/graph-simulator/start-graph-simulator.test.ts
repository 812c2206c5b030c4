import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { eventually } from "../../test/fixtures/eventually.ts";
import { readBody } from "../channels/messenger/inbound/read-body.ts";
import { type SimulatorOptions, startGraphSimulator } from "./start-graph-simulator.ts";
import type { AnsweredCall } from "./state.ts";
import { startWebhook } from "./webhook.fixture.ts";
import type { GraphPush } from "./webhook-pusher.ts";

const app = { id: "1517776481860111", secret: "an app secret" };
const page = { id: "1029384756", name: "A shop", token: "a page token" };
const user = "5647382910";
const verifyToken = "agreed";
const proof = createHmac("sha256", app.secret).update(page.token).digest("hex");

/** What the tests look at in an answer. */
interface Answer {
  error: { code: number; error_subcode?: number; message: string };
  data: { is_valid: boolean; profile_id: string };
}

/** A simulator in which the user has just written, and calls to it as the page. */
async function start(context: TestContext, options: Partial<SimulatorOptions> = {}) {
  const clock = { nowMs: Date.UTC(2026, 10, 26) };
  const now = () => clock.nowMs;
  const graph = await startGraphSimulator({ app, pages: [page], now, ...options });
  context.after(() => graph.close());
  await graph.act(page.id, user, { message: { mid: "m1", text: "hi" } });
  async function call(
    path: string,
    body?: object,
    { token = page.token, secret = proof, method = body ? "POST" : "GET" } = {},
  ) {
    const separator = path.includes("?") ? "&" : "?";
    const response = await fetch(`${graph.url}/v25.0${path}${separator}appsecret_proof=${secret}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answer };
  }
  const send = (message: unknown, more: object = {}) =>
    call("/me/messages", { recipient: { id: user }, messaging_type: "RESPONSE", message, ...more });
  return { graph, clock, call, send };
}

const template = (payload: object) => ({ attachment: { type: "template", payload } });
const generic = (...elements: object[]) => template({ template_type: "generic", elements });
const card = { title: "A", subtitle: "B" };
const urlButton = { type: "web_url", url: "https://shop.example", title: "Go" };
const receipt = (fields: object) =>
  template({
    template_type: "receipt",
    recipient_name: "Ada",
    order_number: "1",
    currency: "USD",
    payment_method: "Visa",
    summary: { total_cost: 1 },
    elements: [{ title: "Shirt", price: 1 }],
    ...fields,
  });
const chars = (count: number) => "x".repeat(count);

test("takes a message at each limit of Meta's, and refuses the one beyond", async (context) => {
  const { send, graph } = await start(context);
  const quickReplies = (count: number, fields: object = {}) => ({
    text: "?",
    quick_replies: Array.from({ length: count }, () => ({
      content_type: "text",
      title: "A",
      payload: "a",
      ...fields,
    })),
  });
  const buttons = (count: number, fields: object = {}) =>
    template({
      template_type: "button",
      text: "?",
      buttons: Array(count).fill({ ...urlButton, ...fields }),
    });
  const pairs: [taken: object, refused: object][] = [
    [{ text: chars(1999) }, { text: chars(2000) }],
    [
      { text: "a", metadata: chars(999) },
      { text: "a", metadata: chars(1000) },
    ],
    [quickReplies(13), quickReplies(14)],
    [quickReplies(1, { title: chars(20) }), quickReplies(1, { title: chars(21) })],
    [quickReplies(1, { payload: chars(1000) }), quickReplies(1, { payload: chars(1001) })],
    [
      quickReplies(1, { title: "", image_url: "https://shop.example/a.png" }),
      quickReplies(1, { title: "" }),
    ],
    [generic(...Array(10).fill(card)), generic(...Array(11).fill(card))],
    [generic({ ...card, title: chars(80) }), generic({ ...card, title: chars(81) })],
    [generic({ ...card, subtitle: chars(80) }), generic({ ...card, subtitle: chars(81) })],
    [generic(card), generic({ title: "A" })],
    [
      generic({ ...card, buttons: Array(3).fill(urlButton) }),
      generic({ ...card, buttons: Array(4).fill(urlButton) }),
    ],
    [buttons(3), buttons(4)],
    [buttons(1, { title: chars(20) }), buttons(1, { title: chars(21) })],
    [buttons(1), buttons(1, { url: "javascript:alert(1)" })],
    [
      template({ template_type: "button", text: chars(640), buttons: [urlButton] }),
      template({ template_type: "button", text: chars(641), buttons: [urlButton] }),
    ],
    [
      receipt({ elements: Array(100).fill({ title: "Shirt", price: 1 }) }),
      receipt({ order_number: "2", elements: Array(101).fill({ title: "Shirt", price: 1 }) }),
    ],
    [
      receipt({ order_number: "3", timestamp: "1428444852" }),
      receipt({ order_number: "4", timestamp: 1428444852 }),
    ],
    [
      receipt({ order_number: "5", currency: "CNY" }),
      receipt({ order_number: "6", currency: "$" }),
    ],
    [
      receipt({ order_number: "7", summary: { total_cost: 0.3 } }),
      receipt({ order_number: "8", summary: { total_cost: 0.1 + 0.02 + 0.003 } }),
    ],
    [
      receipt({ order_number: "9", adjustments: [{ name: "Coupon", amount: 1 }] }),
      receipt({ order_number: "10", adjustments: [{ name: "Coupon" }] }),
    ],
  ];
  for (const [taken, refused] of pairs) {
    assert.equal((await send(taken)).status, 200, JSON.stringify(taken).slice(0, 200));
    const { status, body } = await send(refused);
    assert.deepEqual([status, body.error?.code], [400, 100], JSON.stringify(refused).slice(0, 200));
  }
  assert.equal(graph.sent.length, pairs.length);
});

test("refuses keys that it does not know by name, wherever they stand", async (context) => {
  const { send } = await start(context);
  const cases: [message: object, key: string, param: string][] = [
    [{ text: "a", buttons: [] }, "buttons", "request[message]"],
    [receipt({ status: "unpaid" }), "status", "request[message][attachment][payload]"],
    [
      receipt({ elements: [{ title: "A", price: 1, sku: "1" }] }),
      "sku",
      "request[message][attachment][payload][elements][0]",
    ],
    [generic({ ...card, price: 1 }), "price", "request[message][attachment][payload][elements][0]"],
    [
      { text: "?", quick_replies: [{ content_type: "user_email", title: "Email" }] },
      "title",
      "request[message][quick_replies][0]",
    ],
  ];
  for (const [message, key, param] of cases) {
    const { body } = await send(message);
    assert.equal(
      body.error.message,
      `(#100) Invalid keys "${key}" were found in param "${param}".`,
    );
  }
});

test("refuses what says nothing, and what says two things", async (context) => {
  const { send, call } = await start(context);
  const refused = [
    {},
    { text: "" },
    { text: " " },
    { text: 5 },
    { text: "\ud800" },
    null,
    "hi",
    [],
  ];
  for (const message of [...refused, { text: "a", ...generic(card) }]) {
    assert.equal((await send(message)).body.error?.code, 100, JSON.stringify(message));
  }
  const both = await send({ text: "a" }, { sender_action: "typing_on" });
  assert.equal(both.body.error.error_subcode, 2018014);
  const untyped = await call("/me/messages", { recipient: { id: user }, message: { text: "a" } });
  assert.match(untyped.body.error.message, /messaging_type/);
});

test("takes a receipt once for each order number", async (context) => {
  const { send } = await start(context);
  assert.equal((await send(receipt({}))).status, 200);
  assert.match((await send(receipt({}))).body.error.message, /unique/);
});

test("tags that were retired are refused; a person's goes a week, a template at any time", async (context) => {
  const { send, clock, call, graph } = await start(context);
  for (const tag of ["POST_PURCHASE_UPDATE", "ACCOUNT_UPDATE", "CONFIRMED_EVENT_UPDATE", "X"]) {
    const { body } = await send({ text: "a" }, { messaging_type: "MESSAGE_TAG", tag });
    assert.equal(body.error.code, 100);
  }
  const human = { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" };
  const utility = { template: { name: "update", language: { code: "en" } } };
  await call("/me/message_templates", {
    ...{ name: "update", language: "en", category: "UTILITY" },
    components: [{ type: "BODY", text: "Your parcel is on its way." }],
  });
  await graph.reviewTemplates(page.id);
  clock.nowMs += 6 * 86_400_000;
  assert.equal((await send({ text: "a" })).body.error.error_subcode, 2018278);
  assert.equal((await send({ text: "a" }, human)).status, 200);
  clock.nowMs += 2 * 86_400_000;
  assert.equal((await send({ text: "a" }, human)).body.error.error_subcode, 2018278);
  assert.equal((await send(utility, { messaging_type: "UTILITY" })).status, 200);
  assert.equal((await send({ text: "a" }, { messaging_type: "UTILITY" })).body.error.code, 100);
});

test("300 messages a second is the most that a page may send", async (context) => {
  const { send, clock } = await start(context);
  for (let index = 0; index < 300; index++) assert.equal((await send({ text: "a" })).status, 200);
  assert.equal((await send({ text: "a" })).body.error.code, 613);
  clock.nowMs += 1001;
  assert.equal((await send({ text: "a" })).status, 200);
});

test("knows a page by its token, and the app by its proof", async (context) => {
  const { call } = await start(context);
  assert.deepEqual((await call("/me?fields=id,name")).body, { id: page.id, name: page.name });
  assert.equal((await call("/me", undefined, { token: "old" })).body.error.code, 190);
  assert.match((await call("/me", undefined, { secret: "00" })).body.error.message, /proof/);
  assert.equal((await call("/77")).body.error.code, 100);
  assert.equal((await call("/me/feed")).body.error.code, 100);
  const asApp = { token: `${app.id}|${app.secret}` };
  const { body } = await call(
    `/debug_token?input_token=${encodeURIComponent(page.token)}`,
    undefined,
    asApp,
  );
  assert.deepEqual([body.data.is_valid, body.data.profile_id], [true, page.id]);
  const old = await call("/debug_token?input_token=old", undefined, asApp);
  assert.equal(old.body.data.is_valid, false);
  assert.equal((await call("/debug_token?input_token=old")).body.error.code, 190);
});

test("a menu needs Get Started, and a profile may change ten times in ten minutes", async (context) => {
  const { call, clock } = await start(context);
  const action = { type: "postback", title: "My orders", payload: "menu:orders" };
  const menu = { persistent_menu: [{ locale: "default", call_to_actions: [action] }] };
  const started = { get_started: { payload: "start" } };
  assert.match((await call("/me/messenger_profile", menu)).body.error.message, /Get Started/);
  assert.equal((await call("/me/messenger_profile", { ...menu, ...started })).status, 200);
  const without = { persistent_menu: [{ locale: "en_US", call_to_actions: [action] }] };
  assert.match((await call("/me/messenger_profile", without)).body.error.message, /default/);
  for (let index = 3; index < 10; index++) await call("/me/messenger_profile", started);
  assert.equal((await call("/me/messenger_profile", started)).body.error.code, 613);
  clock.nowMs += 600_001;
  const cleared = { fields: ["persistent_menu"] };
  const deleted = await call("/me/messenger_profile", cleared, { method: "DELETE" });
  assert.deepEqual(deleted.body, { result: "success" });
  assert.deepEqual((await call("/me/messenger_profile")).body, { data: [started] });
});

test("subscribes an app to fields that exist", async (context) => {
  const { call } = await start(context);
  assert.equal((await call("/me/subscribed_apps", { subscribed_fields: "mesages" })).status, 400);
  await call("/me/subscribed_apps", { subscribed_fields: ["messages", "message_echoes"] });
  assert.deepEqual((await call("/me/subscribed_apps")).body, {
    data: [{ id: app.id, subscribed_fields: ["messages", "message_echoes"] }],
  });
});

test("asks a webhook for the challenge, and then sends it signed and escaped bodies", async (context) => {
  const { graph } = await start(context);
  const webhook = await startWebhook(context, { verifyToken, appSecret: app.secret });
  assert.equal(await graph.connectWebhook({ url: webhook.url, verifyToken: "another" }), false);
  await graph.act(page.id, user, { message: { mid: "m2", text: "unheard" } });
  assert.deepEqual(webhook.bodies, []);
  assert.equal(await graph.connectWebhook({ url: webhook.url, verifyToken }), true);
  await graph.act(page.id, user, { message: { mid: "m3", text: "不 😃 a/b" } });
  assert.match(webhook.bodies[0] ?? "", /"text":"\\u4e0d \\ud83d\\ude03 a\\\/b"/);
  const [event] = readBody(webhook.bodies[0] ?? "").events;
  assert.deepEqual([event?.kind, event?.user, event?.text], ["text", user, "不 😃 a/b"]);
  assert.deepEqual(
    graph.pushes.map(({ status }) => status),
    [200],
  );
});

test("brings a body again while it is refused, and twice where that is asked for", async (context) => {
  const { graph } = await start(context);
  const webhook = await startWebhook(context, { verifyToken, appSecret: app.secret });
  await graph.connectWebhook({ url: webhook.url, verifyToken });
  webhook.statuses.push(500, 503);
  await graph.act(page.id, user, { message: { mid: "m2", text: "hi" } });
  await graph.act(page.id, user, { message: { mid: "m3", text: "hi" } }, { copies: 2 });
  assert.deepEqual(
    graph.pushes.map(({ status }) => status),
    [500, 503, 200, 200, 200],
  );
  const keys = webhook.bodies.map((body) => readBody(body).events[0]?.dedupeKey);
  assert.deepEqual([keys[0], keys[0], keys[3]], [keys[1], keys[2], keys[4]]);
  assert.notEqual(keys[2], keys[3]);
});

test("echoes a message with its metadata, also one whose answer was lost", async (context) => {
  const { graph, call, send } = await start(context);
  const webhook = await startWebhook(context, { verifyToken, appSecret: app.secret });
  await graph.connectWebhook({ url: webhook.url, verifyToken });
  await send({ text: "not subscribed" });
  await call("/me/subscribed_apps", { subscribed_fields: "message_echoes" });
  await send({ text: "hello", metadata: "17" });
  graph.meetNext({ breaks: true });
  await assert.rejects(send({ ...generic(card), metadata: "18" }));
  await graph.settled();
  const echoes = webhook.bodies.flatMap((body) => readBody(body).events);
  assert.deepEqual(
    echoes.map(({ kind, page, user, appId, metadata }) => ({ kind, page, user, appId, metadata })),
    ["17", "18"].map((metadata) => ({
      kind: "echo",
      page: page.id,
      user,
      appId: app.id,
      metadata,
    })),
  );
});

test("makes calls wait where that is asked for, one call each", async (context) => {
  const { graph, send } = await start(context);
  graph.meetNext({ delayMs: 100 }, {}, { error: { code: 2 } });
  const startMs = performance.now();
  assert.equal((await send({ text: "a" })).status, 200);
  assert.ok(performance.now() - startMs > 90);
  assert.equal((await send({ text: "b" })).status, 200);
  assert.equal((await send({ text: "c" })).body.error.code, 2);
  assert.equal(graph.sent.length, 2);
});

test("whoever looks on sees each call and push with its end, and no token or proof", async (context) => {
  const calls: AnsweredCall[] = [];
  const pushes: GraphPush[] = [];
  const { graph, send } = await start(context, {
    onCall: (call) => calls.push(call),
    onPush: (push) => pushes.push(push),
    mishapOf: ({ params }) => ("message" in params ? { breaks: true } : {}),
  });
  await assert.rejects(send({ text: "a" }));
  graph.meetNext({});
  assert.equal((await send({ text: "b" })).status, 200);
  assert.deepEqual(
    calls.map(({ path, status, sent }) => [path, status, sent?.message.text]),
    [
      ["/v25.0/me/messages", null, "a"],
      ["/v25.0/me/messages", 200, "b"],
    ],
  );
  assert(!JSON.stringify(calls).includes(proof) && !JSON.stringify(calls).includes(page.token));

  const webhook = await startWebhook(context, { verifyToken, appSecret: app.secret });
  await graph.connectWebhook({ url: webhook.url, verifyToken });
  webhook.statuses.push(500);
  await graph.act(page.id, user, { message: { mid: "m2", text: "hi" } });
  assert.deepEqual(
    pushes.map(({ status }) => status),
    [500, 200],
  );
});

test("tells of each message when its answer was out, and when its caller had left", async (context) => {
  const told: unknown[] = [];
  const calls = new EventEmitter();
  const graph = await startGraphSimulator({
    ...{ app, pages: [page], requiresProof: false },
    onCall: ({ sent }) => void (sent && told.push(sent.message.text)),
    mishapOf() {
      calls.emit("call");
      return { delayMs: 50 };
    },
  });
  context.after(() => graph.close());
  await graph.act(page.id, user, { message: { mid: "m1", text: "hi" } });
  const agent = new Agent({ keepAlive: true });
  const send = (text: string) => {
    const headers = { authorization: `Bearer ${page.token}`, "content-type": "application/json" };
    const call = request(`${graph.url}/v25.0/me/messages`, { method: "POST", agent, headers });
    call.on("error", () => {});
    call.end(
      JSON.stringify({ recipient: { id: user }, messaging_type: "RESPONSE", message: { text } }),
    );
    return call;
  };
  const [response] = await once(send("heard"), "response");
  await text(response);
  const isAnswered = () => graph.sent.map(({ answeredAtMs }) => answeredAtMs !== null);
  const hasLeft = () => graph.sent.map(({ leftAtMs }) => leftAtMs !== null);
  assert.deepEqual([isAnswered(), hasLeft()], [[true], [false]]);

  const arrived = once(calls, "call");
  const unheard = send("unheard");
  await arrived;
  unheard.destroy();
  await eventually(5_000, async () => assert.deepEqual(told, ["heard", "unheard"]));
  graph.meetNext({ vanishes: true }, { breaks: true });
  const vanished = send("never taken");
  await new Promise((resolve) => vanished.once("close", resolve));
  send("lost");
  await eventually(5_000, async () => {
    assert.deepEqual(told, ["heard", "unheard", "lost"]);
    assert.deepEqual(isAnswered(), [true, false, false]);
    assert.deepEqual(hasLeft(), [true, true, true]);
  });
});

test("without a default app every app answers, and none takes a thread; a passed one is another's until it is idle", async (t) => {
  const { graph, clock, call, send } = await start(t);
  const control = (verb: string, more: object = {}) =>
    call(`/me/${verb}_thread_control`, { recipient: { id: user }, ...more });
  const subcodeOf = async (said: ReturnType<typeof call>) => (await said).body.error?.error_subcode;
  assert.equal((await control("take")).status, 400);
  const controlled = { thread_control: { control_type: "pass", app_id: "263902037430900" } };
  assert.equal((await send({ text: "hi" }, controlled)).body.error.code, 100);
  assert.equal((await control("pass")).status, 400);
  assert.equal((await control("pass", { target_app_id: "263902037430900" })).status, 200);
  assert.equal(await subcodeOf(send({ text: "hi" })), 2018300);
  assert.equal(await subcodeOf(control("pass", { target_app_id: app.id })), 2018300);
  clock.nowMs += 86_400_001;
  // It is idle, and its window is closed.
  assert.equal(await subcodeOf(send({ text: "hi" })), 2018278);
  assert.equal(graph.sent.length, 0);
});

test("with a default app it alone answers idle threads and takes others; a message passes its thread or releases it", async (t) => {
  const { graph, call, send } = await start(t);
  const take = () => call("/me/take_thread_control", { recipient: { id: user } });
  graph.page(page.id).defaultApp = "263902037430900";
  assert.equal((await send({ text: "hi" })).body.error.error_subcode, 2018300);
  assert.equal((await take()).status, 400);
  // The page's inbox gives it to us: until a message that says nothing of control.
  graph.user(page.id, user).owner = app.id;
  assert.equal((await send({ text: "one" })).status, 200);
  assert.equal((await send({ text: "two" })).body.error.error_subcode, 2018300);
  graph.page(page.id).defaultApp = app.id;
  const pass = { thread_control: { control_type: "pass", app_id: "263902037430900" } };
  assert.equal((await send({ text: "three" }, pass)).status, 200);
  assert.equal((await send({ text: "four" })).body.error.error_subcode, 2018300);
  assert.equal((await take()).status, 200);
  const release = { thread_control: { control_type: "release" } };
  assert.equal((await send({ text: "five" }, release)).status, 200);
  assert.equal(graph.user(page.id, user).owner, null);
});
