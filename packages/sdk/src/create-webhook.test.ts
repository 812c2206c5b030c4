import assert from "node:assert/strict";
import { test } from "node:test";
import {
  listQuery,
  nowS,
  orderQuery,
  packagesQuery,
  parcelQuery,
  secret,
  signQuestion,
  validityQuery,
} from "../test/sign-question.ts";
import {
  createWebhook,
  type Order,
  type Package,
  type PushStatusEvent,
  type ReplayStore,
  refuse,
  type WebhookOptions,
} from "./index.ts";

const order: Order = {
  order_number: "MB7K2Q9XW4TP",
  currency: "USD",
  timestamp: "1767225600",
  status: "shipped",
  summary: { total_cost: 50 },
  elements: [],
};
const parcel: Package = { order_number: "1", package_number: "P1", package_status: "sent" };
const invalidSignature = { success: false, error: { code: 401, message: "invalid signature" } };

test("a test question is answered without the shop", async () => {
  const { status, body } = await post(createShop(), signQuestion(validityQuery));
  assert.equal(status, 200);
  assert.deepEqual(body, { success: true, object: "test", test_token: "12345" });
});

test("the shop is asked in plain words, and its answer travels as the contract has it", async () => {
  const asked: unknown[] = [];
  const shop = createShop({
    orders: (question) => {
      asked.push(question);
      return { orders: [order], hasNextPage: true };
    },
    packages: async (question) => {
      asked.push(question);
      return { packages: [parcel] };
    },
  });

  const list = await post(shop, signQuestion(listQuery, nowS));
  assert.equal(list.contentType, "application/json; charset=utf-8");
  assert.deepEqual(list.body, {
    success: true,
    object: "orders",
    has_next_page: true,
    orders: [order],
  });
  await post(shop, signQuestion(orderQuery, nowS + 1));
  const parcels = await post(shop, signQuestion(packagesQuery, nowS + 2));
  assert.deepEqual(parcels.body, {
    success: true,
    object: "packages",
    has_next_page: false,
    packages: [parcel],
  });
  await post(shop, signQuestion(parcelQuery, nowS + 3));

  assert.deepEqual(asked, [
    { by: "account", account: "yilia@meetbot.biz", filter: "unpaid", page: 1, limit: 3 },
    { by: "number", orderNumber: "MB7K2Q9XW4TP" },
    { by: "order", orderNumber: "MB7K2Q9XW4TP", page: 1, limit: 3 },
    { by: "package", packageNumber: "P1", page: 1, limit: 3 },
  ]);
});

test("numbers and accounts come without the spaces that customers paste along", async () => {
  const asked: unknown[] = [];
  const shop = createShop({
    orders: (question) => {
      asked.push("account" in question ? question.account : question.orderNumber);
      return refuse.userNotFound();
    },
    packages: (question) => {
      asked.push("orderNumber" in question ? question.orderNumber : question.packageNumber);
      return refuse.orderNotFound();
    },
  });
  const questions = [
    { ...listQuery, userAccount: " yilia@meetbot.biz\u00a0" },
    { ...orderQuery, orderNumber: "\tMB7K2Q9XW4TP " },
    { ...packagesQuery, orderNumber: " MB7K2Q9XW4TP" },
    { ...parcelQuery, packageNumber: "P1\n" },
    { ...orderQuery, orderNumber: " " },
  ];
  for (const [at, question] of questions.entries()) {
    await post(shop, signQuestion(question, nowS + at));
  }
  const number = "MB7K2Q9XW4TP";
  assert.deepEqual(asked, ["yilia@meetbot.biz", number, number, "P1", " "]);
});

test("times may be a Date, or seconds or milliseconds, as a number or a text", async () => {
  const moments = [new Date(1_767_225_600_999), 1_767_225_600, 1_767_225_600_999, "1767225600999"];
  const shop = createShop({
    orders: () => ({
      orders: moments.map((at) => ({ ...order, timestamp: at, refunds: [{ amount: 1, at }] })),
    }),
    packages: () => ({
      packages: moments.map((at) => ({ ...parcel, events: [{ at, code: "in_transit" as const }] })),
    }),
  });
  const list = await post(shop, signQuestion(listQuery, nowS));
  for (const { timestamp, refunds } of list.body.orders) {
    assert.deepEqual([timestamp, refunds[0]?.at], ["1767225600", "1767225600"]);
  }
  const parcels = await post(shop, signQuestion(packagesQuery, nowS + 1));
  for (const { events } of parcels.body.packages) assert.equal(events[0]?.at, "1767225600");
});

test("what is no time is named with its place", async () => {
  for (const timestamp of ["yesterday", new Date(Number.NaN), "", -1]) {
    const faults: unknown[] = [];
    const shop = createShop({
      orders: () => ({ orders: [{ ...order, timestamp }] }),
      onError: (error) => faults.push(error),
    });
    const { status } = await post(shop, signQuestion(listQuery));
    assert.equal(status, 500);
    assert.match(String(faults[0]), /\/orders\/0\/timestamp/);
  }
});

test("a variable that is not set is refused at start", () => {
  for (const signingSecret of [undefined, "", [secret, undefined]]) {
    assert.throws(
      () => createShop({ signingSecret }),
      /SigningSecretError: The signing secret is missing or empty: perhaps the variable is not set/,
    );
  }
});

test("a refusal is HTTP 200 with the contract's code", async () => {
  const shop = createShop({
    orders: () => refuse.userNotFound(),
    packages: () => refuse.orderNotFound("gone"),
  });
  assert.deepEqual(await post(shop, signQuestion(listQuery, nowS)), {
    status: 200,
    contentType: "application/json; charset=utf-8",
    body: { success: false, error: { code: 10001, message: "User not found" } },
  });
  const parcels = await post(shop, signQuestion(parcelQuery, nowS + 1));
  assert.deepEqual(parcels.body, { success: false, error: { code: 11001, message: "gone" } });
});

test("whatever is wrong with a signature, the answer is the same 401", async () => {
  const right = signQuestion(listQuery);
  const {
    "webhook-id": id,
    "webhook-timestamp": time,
    "webhook-signature": list,
    ...legacy
  } = right.headers;
  const attempts = [
    { ...right, headers: {} },
    { ...right, headers: legacy },
    { ...right, headers: { ...right.headers, "webhook-signature": "v1,junk" } },
    { ...right, body: `${right.body} ` },
    signQuestion(listQuery, nowS - 301),
    signQuestion(listQuery, nowS + 301),
    { ...signQuestion("no JSON"), headers: {} },
  ];
  for (const attempt of attempts) {
    const { status, body } = await post(createShop(), attempt);
    assert.deepEqual([status, body], [401, invalidSignature]);
  }
  assert.ok(id && time && list);
});

test("the shop hears nothing of a request that is not Meetbot's", async () => {
  const shop = createShop({
    orders: () => assert.fail("asked"),
    onError: () => assert.fail("asked"),
  });
  assert.equal((await post(shop, { ...signQuestion(listQuery), headers: {} })).status, 401);
});

test("a webhook without a usable secret is not made", () => {
  assert.throws(() => createShop({ signingSecret: "" }), { code: "invalid_signing_secret" });
  assert.throws(() => createShop({ signingSecret: [] }), { code: "invalid_signing_secret" });
});

test("each of several secrets is accepted while they are rotated", async () => {
  const shop = createShop({ signingSecret: [`whsec_${"A".repeat(43)}=`, secret] });
  assert.equal((await post(shop, signQuestion(validityQuery))).status, 200);
});

test("the same request again is refused, a retry with a later time is not", async () => {
  const shop = createShop();
  const request = signQuestion(validityQuery);
  assert.equal((await post(shop, request)).status, 200);
  const replay = await post(shop, request);
  assert.deepEqual([replay.status, replay.body], [401, invalidSignature]);
  assert.equal((await post(shop, signQuestion(validityQuery, nowS + 1))).status, 200);
});

test("processes that share a store refuse what came to another one, of many at once all but one", async () => {
  const seen = new Set<string>();
  const lives: number[] = [];
  const replayStore: ReplayStore = {
    async add(key, livesForMs) {
      lives.push(livesForMs);
      const isFirst = !seen.has(key);
      seen.add(key);
      return isFirst;
    },
  };
  const shops = [createShop({ replayStore }), createShop({ replayStore })];
  const request = signQuestion(validityQuery);
  const answers = await Promise.all([...shops, ...shops].map((shop) => post(shop, request)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401, 401, 401]);
  assert.deepEqual(new Set(lives), new Set([601_000]));
});

test("a store that is away answers nothing, so that Meetbot asks again", async () => {
  const errors: unknown[] = [];
  const replayStore: ReplayStore = { add: () => Promise.reject(new Error("redis is away")) };
  const shop = createShop({ replayStore, onError: (error) => errors.push(error) });
  assert.equal((await post(shop, signQuestion(validityQuery))).status, 500);
  assert.equal(errors.length, 1);
});

test("what is not signed is never put into a store", async () => {
  const replayStore: ReplayStore = { add: () => assert.fail("a stranger reached it") };
  const { headers, ...question } = signQuestion(validityQuery);
  const forged = { ...question, headers: { ...headers, "webhook-id": "another" } };
  assert.equal((await post(createShop({ replayStore }), forged)).status, 401);
});

test("X-Hub-Signature alone is accepted where legacy requests are allowed", async () => {
  const { headers, ...question } = signQuestion(validityQuery);
  const legacy = { ...question, headers: { "x-hub-signature": headers["x-hub-signature"] } };
  assert.equal((await post(createShop({ allowLegacy: true }), legacy)).status, 200);
});

test("any method but POST is 405", async () => {
  for (const method of ["GET", "PUT", "DELETE"]) {
    const response = await createShop()(new Request("https://shop.example/", { method }));
    assert.equal(response.status, 405);
    assert.equal(response.headers.get("allow"), "POST");
  }
});

test("a body of more than 64 KiB is 413, whether its length is announced or not", async () => {
  const large = signQuestion(JSON.stringify("x".repeat(64 * 1024)));
  assert.equal((await post(createShop(), large)).status, 413);
  const unending = new ReadableStream();
  const announced = { method: "POST", headers: { "content-length": "65537" }, body: unending };
  assert.equal((await post(createShop(), { ...announced, duplex: "half" })).status, 413);
  const fits = signQuestion(JSON.stringify("x".repeat(64 * 1024 - 2)));
  assert.equal((await post(createShop(), fits)).status, 400);
});

test("a body that was read before is 500 with what to do, not a wait or a wrong signature", async () => {
  const request = new Request("https://shop.example/", signQuestion(listQuery));
  await request.json();
  const response = await createShop()(request);
  assert.equal(response.status, 500);
  assert.match(await response.text(), /the body was parsed before/);
});

test("a signed body that is no question is 400 and names the place", async () => {
  const bodies: [string | Uint8Array, RegExp][] = [
    ["{", /not JSON/],
    ["{}", /\/request/],
    [Uint8Array.of(0xff), /UTF-8/],
    ['{"request":{"category":"ecommerce","method":"orders","id":"1","page_id":"7"}}', /\/params/],
  ];
  for (const [body, message] of bodies) {
    const response = await post(createShop(), signQuestion(body));
    assert.equal(response.status, 400);
    assert.match(String(response.body.error.message), message);
  }
});

test("a category or method of a newer Meetbot is a refusal with a code of its own", async () => {
  const request = { category: "ecommerce", method: "refunds", id: "1", page_id: "7", meta: "" };
  const method = await post(createShop(), signQuestion(JSON.stringify({ request, params: {} })));
  assert.deepEqual(
    [method.status, method.body.success, method.body.error.code],
    [200, false, 20002],
  );
  const travel = { ...request, category: "travel" };
  const category = await post(createShop(), signQuestion(JSON.stringify({ request: travel })));
  assert.deepEqual(
    [category.status, category.body.success, category.body.error.code],
    [200, false, 20001],
  );
});

test("a shop that throws is 500 without its words, which onError hears", async () => {
  const fault = new Error("database password is wrong");
  const heard: unknown[] = [];
  const shop = createShop({
    orders: async () => {
      throw fault;
    },
    onError: (error) => heard.push(error),
  });
  const { status, body } = await post(shop, signQuestion(listQuery));
  assert.equal(status, 500);
  assert.deepEqual(body, {
    success: false,
    error: { code: 500, message: "the shop could not answer" },
  });
  assert.deepEqual(heard, [fault]);
});

test("a listener that throws as well does not cost the answer", async () => {
  const shop = createShop({
    orders: () => {
      throw new Error("first");
    },
    onError: () => {
      throw new Error("second");
    },
  });
  assert.equal((await post(shop, signQuestion(listQuery))).status, 500);
});

test("what breaks the contract in a shop's answer is told to the shop, by place", async () => {
  const wrong: [unknown, RegExp][] = [
    [undefined, /orders\(\) returned no object/],
    [{}, /\/orders, found nothing/],
    [{ orders: [{ ...order, currency: undefined }] }, /\/orders\/0\/currency, found nothing/],
    [{ orders: [{ ...order, order_number: 1n }] }, /BigInt/],
  ];
  for (const [found, message] of wrong) {
    const heard: unknown[] = [];
    const orders = () => found as { orders: Order[] };
    const shop = createShop({ orders, onError: (error) => heard.push(error) });
    assert.equal((await post(shop, signQuestion(listQuery))).status, 500);
    assert.match(String(heard[0]), message);
  }
});

test("a body that breaks off is 400", async () => {
  const body = new ReadableStream({ start: (controller) => controller.error(new Error("reset")) });
  const request = new Request("https://shop.example/", { method: "POST", body, duplex: "half" });
  assert.equal((await createShop({ onError: () => assert.fail() })(request)).status, 400);
});

function createShop(changes: Partial<WebhookOptions> = {}) {
  return createWebhook({
    signingSecret: secret,
    orders: () => ({ orders: [order] }),
    packages: () => ({ packages: [parcel] }),
    now: () => nowS * 1000,
    ...changes,
  });
}

async function post(shop: ReturnType<typeof createShop>, init: RequestInit) {
  const response = await shop(new Request("https://shop.example/webhook", init));
  return {
    status: response.status,
    contentType: response.headers.get("content-type"),
    body: (await response.json()) as WireAnswer,
  };
}

interface WireAnswer {
  success: boolean;
  error: { code: number; message: string };
  orders: { timestamp: string; refunds: { at: string }[] }[];
  packages: { events: { at: string }[] }[];
}

const pushStatusBody = JSON.stringify({
  request: { category: "ecommerce", method: "push_status", id: "push_status_1", page_id: "7" },
  params: { push_id: "push_1", channel: "web_chat", state: "sent", at: "1793507200" },
});

test("a push's status is heard by the shop that listens, and unknown to the one that does not", async () => {
  const heard: PushStatusEvent[] = [];
  const listening = createShop({ pushStatus: (event) => void heard.push(event) });
  const told = await post(listening, signQuestion(pushStatusBody));
  assert.deepEqual([told.status, told.body], [200, { success: true, object: "push_status" }]);
  const at = 1_793_507_200_000;
  const event = { id: "push_status_1", pageId: "7", pushId: "push_1", channel: "web_chat" };
  assert.deepEqual(heard, [{ ...event, state: "sent", at }]);

  const deaf = await post(createShop(), signQuestion(pushStatusBody));
  assert.equal(deaf.status, 200);
  assert.deepEqual([deaf.body.success, deaf.body.error.code], [false, 20002]);
});

test("a listener that fails is told again, for it is answered 500", async () => {
  const errors: unknown[] = [];
  const failing = createShop({
    pushStatus: async () => {
      throw new Error("the table is locked");
    },
    onError: (error) => void errors.push(error),
  });
  const { status } = await post(failing, signQuestion(pushStatusBody));
  assert.deepEqual([status, errors.length], [500, 1]);
});
