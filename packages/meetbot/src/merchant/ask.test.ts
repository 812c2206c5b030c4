import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Question } from "@meetbot/model/conversation/ask.ts";
import { verifyRequest } from "@meetbot/protocol";
import { askMerchant } from "./ask.ts";
import { createCircuit } from "./resilience/endpoint-runtime.ts";
import {
  agent,
  SIGNING_SECRET,
  startAnsweringMerchant,
  startMerchant,
} from "./scripted-merchant.fixture.ts";

const NOW_MS = 1_763_999_999_500;

const byAccount: Question = {
  method: "orders",
  userAccount: "yilia@meetbot.biz",
  filter: "open",
  page: 2,
};
const byNumber: Question = { method: "orders", orderNumber: "12345678902" };
const packagesOfOrder: Question = { method: "packages", orderNumber: "12345", page: 1 };
const byPackage: Question = { method: "packages", packageNumber: "A1231411", page: 3 };

const orders = JSON.stringify({
  success: true,
  object: "orders",
  has_next_page: true,
  orders: [
    {
      order_number: 12345678902,
      currency: "USD",
      timestamp: "1428444852",
      status: "unpaid",
      summary: { total_cost: 56.14 },
      elements: [{ title: "Classic White T-Shirt", quantity: 2, price: 50 }],
    },
  ],
});
const packages = JSON.stringify({
  success: true,
  object: "packages",
  has_next_page: false,
  packages: [
    { order_number: 12345, package_number: "A1231411", package_status: "Delivery in progress" },
  ],
});

const refusal = (code: unknown) =>
  JSON.stringify({ success: false, error: { code, message: "no" } });

describe("askMerchant", () => {
  const envelopes: { question: Question; rest: string; answer: string }[] = [
    {
      question: byAccount,
      rest: '"params":{"user_account":"yilia@meetbot.biz","filter":"open"},"pagination":{"page":2,"limit":3}}',
      answer: orders,
    },
    { question: byNumber, rest: '"params":{"order_number":"12345678902"}}', answer: orders },
    {
      question: packagesOfOrder,
      rest: '"params":{"order_number":"12345"},"pagination":{"page":1,"limit":3}}',
      answer: packages,
    },
    {
      question: byPackage,
      rest: '"params":{"package_number":"A1231411"},"pagination":{"page":3,"limit":3}}',
      answer: packages,
    },
  ];

  for (const { question, rest, answer } of envelopes) {
    it(`sends the signed envelope of ${question.method} with ${rest.slice(0, 30)}…`, async (t) => {
      const merchant = await startAnsweringMerchant(t, answer);
      const result = await askMerchant(question, merchant.endpoint, {
        agent,
        now: () => NOW_MS,
        newId: (method) => `${method}_1`,
      });

      const id = `${question.method}_1`;
      const head = `{"request":{"category":"ecommerce","method":"${question.method}","id":"${id}","page_id":"231231232134111","meta":""},`;
      assert.equal(merchant.received.length, 1);
      const { method, headers, body } = merchant.received[0]!;
      assert.equal(method, "POST");
      assert.equal(body, head + rest);
      const nowS = Math.floor(NOW_MS / 1_000);
      assert.deepEqual(verifyRequest({ body, headers, secrets: SIGNING_SECRET, nowS }), {
        valid: true,
        id,
        timestampS: nowS,
      });
      assert.equal(result.answer.kind, question.method);
      assert.equal(result.delivery.outcome, "answered");
      assert.equal(result.delivery.requestBody, body);
    });
  }

  it("gives the orders with their numbers as text and tells of a next page", async (t) => {
    const merchant = await startAnsweringMerchant(t, orders);
    const { answer } = await askMerchant(byAccount, merchant.endpoint, { agent });
    assert(answer.kind === "orders");
    assert.equal(answer.hasNextPage, true);
    assert.deepEqual(
      answer.orders.map((order) => order.order_number),
      ["12345678902"],
    );
  });

  it("sends an id of its own with every query", async (t) => {
    const merchant = await startAnsweringMerchant(t, packages);
    const first = await askMerchant(byPackage, merchant.endpoint, { agent });
    const second = await askMerchant(byPackage, merchant.endpoint, { agent });
    assert.match(first.delivery.id, /^packages_[A-Za-z0-9_-]+$/);
    assert.notEqual(first.delivery.id, second.delivery.id);
  });

  for (const code of [10001, 14222]) {
    it(`hears "user not found" in code ${code} to a query by account`, async (t) => {
      const merchant = await startAnsweringMerchant(t, refusal(code));
      const { answer, delivery } = await askMerchant(byAccount, merchant.endpoint, { agent });
      assert(answer.kind === "refusal");
      assert.equal(answer.reason, "user_not_found");
      assert.equal(delivery.outcome, "user_not_found");
      assert.equal(delivery.detail, null);
    });
  }

  for (const question of [byNumber, packagesOfOrder, byPackage]) {
    for (const code of [10001, 11001, 14222, 14223]) {
      const asked = Object.keys(question)[1];
      it(`hears "order not found" in code ${code} to ${question.method} by ${asked}`, async (t) => {
        const merchant = await startAnsweringMerchant(t, refusal(code));
        const { answer, delivery } = await askMerchant(question, merchant.endpoint, { agent });
        assert(answer.kind === "refusal");
        assert.equal(answer.reason, "order_not_found");
        assert.equal(delivery.outcome, "order_not_found");
      });
    }
  }

  for (const code of [99999, null, "nonsense"]) {
    it(`takes a refusal with code ${code} for no answer at all`, async (t) => {
      const merchant = await startAnsweringMerchant(t, refusal(code));
      const { answer, delivery } = await askMerchant(byAccount, merchant.endpoint, { agent });
      assert.deepEqual(answer, { kind: "unavailable", reason: "refused_otherwise" });
      assert.equal(delivery.outcome, "refused_otherwise");
      assert.match(delivery.detail ?? "", /error code/);
    });
  }

  for (const [what, body, reason] of [
    ["an HTML page", "<!doctype html><p>Welcome</p>", "invalid_json"],
    ["a truncated JSON text", orders.slice(0, -20), "invalid_json"],
    ["an empty body", "", "invalid_json"],
    ["the answer to another method", packages, "invalid_answer"],
    ["a JSON text that is no object", "[]", "invalid_answer"],
  ] as const) {
    it(`calls ${what} with HTTP 200 ${reason}`, async (t) => {
      const merchant = await startAnsweringMerchant(t, body);
      const { answer, delivery } = await askMerchant(byAccount, merchant.endpoint, { agent });
      assert.deepEqual(answer, { kind: "unavailable", reason });
      assert.equal(delivery.outcome, reason);
      assert.equal(delivery.exchanges[0]?.httpStatus, 200);
      assert.equal(delivery.exchanges[0]?.responseBody, body);
      assert.notEqual(delivery.detail, null);
    });
  }

  it("names the place in the answer that is wrong", async (t) => {
    const broken = JSON.parse(orders);
    delete broken.orders[0].status;
    const merchant = await startAnsweringMerchant(t, JSON.stringify(broken));
    const { delivery } = await askMerchant(byAccount, merchant.endpoint, { agent });
    assert.equal(delivery.outcome, "invalid_answer");
    assert.match(delivery.detail ?? "", /\/orders\/0\/status/);
  });

  it("never takes a refusal for one when it comes with an HTTP error", async (t) => {
    const merchant = await startAnsweringMerchant(t, refusal(10001), { status: 404 });
    const { answer } = await askMerchant(byAccount, merchant.endpoint, { agent });
    assert.deepEqual(answer, { kind: "unavailable", reason: "http_status" });
  });

  it("records when the query was asked and how long the answer took", async (t) => {
    let clockMs = NOW_MS;
    const merchant = await startMerchant(t, (_, response) => {
      clockMs += 40;
      response.end(orders);
    });
    const { delivery } = await askMerchant(byAccount, merchant.endpoint, {
      agent,
      now: () => clockMs,
    });
    assert.equal(delivery.startedAt, NOW_MS);
    assert.equal(delivery.durationMs, 40);
    assert.equal(delivery.endpoint, merchant.endpoint.url);
  });

  it("rejects when the caller stops it", { timeout: 60_000 }, async (t) => {
    const stop = new AbortController();
    const merchant = await startMerchant(t, () => stop.abort(new Error("lease lost")));
    const asking = askMerchant(byAccount, merchant.endpoint, { agent, signal: stop.signal });
    await assert.rejects(asking, /lease lost/);
  });

  it("is asked nothing, and says so within 50 ms, once five customers in a row got no answer", async (t) => {
    const merchant = await startAnsweringMerchant(t, "no", { status: 500 });
    const circuit = createCircuit();
    let nth = 0;
    const ask = () => {
      const askedFor = { conversationId: `c_${++nth}`, network: null };
      const question = { method: "orders", orderNumber: `A1000${nth}` } as const;
      return askMerchant(question, merchant.endpoint, { agent, circuit, askedFor });
    };
    for (let i = 0; i < 5; i += 1) assert.equal((await ask()).delivery.outcome, "http_status");
    const tookMs: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const start = performance.now();
      await ask();
      tookMs.push(performance.now() - start);
    }
    // The fastest: the others may have waited for other processes of this machine.
    assert.ok(Math.min(...tookMs) < 50, `${tookMs}`);
    const { answer, delivery } = await ask();
    assert.deepEqual(answer, { kind: "unavailable", reason: "breaker_open" });
    assert.deepEqual(delivery.exchanges, []);
    assert.equal(merchant.received.length, 5);
  });

  it("is not asked the very same again for three seconds after it failed at it", async (t) => {
    t.mock.timers.enable({ apis: ["Date"], now: NOW_MS });
    const merchant = await startAnsweringMerchant(t, "no", { status: 500 });
    const circuit = createCircuit();
    const askedFor = { conversationId: "c_1", network: null };
    const ask = () => askMerchant(byNumber, merchant.endpoint, { agent, circuit, askedFor });
    const failed = await ask();
    const again = await ask();
    assert.deepEqual(again.answer, failed.answer);
    assert.equal(again.delivery.sharedWith, failed.delivery.id);
    assert.notEqual(again.delivery.id, failed.delivery.id);
    assert.deepEqual(again.delivery.exchanges, []);
    assert.equal(merchant.received.length, 1);
    await askMerchant(byNumber, merchant.endpoint, { agent, circuit });
    assert.equal(merchant.received.length, 2, "an operator who looks is told how it is now");
    t.mock.timers.tick(3_001);
    await ask();
    assert.equal(merchant.received.length, 3);
  });

  for (const [what, body, status] of [
    ["a refusal", refusal(11001), 200],
    ["a refusal for another reason", refusal(7), 200],
    ["HTTP 404", "", 404],
    ["HTTP 429", "", 429],
    ["HTTP 401", "", 401],
  ] as const) {
    it(`is asked again, however often it answers ${what}`, async (t) => {
      const merchant = await startAnsweringMerchant(t, body, { status });
      const circuit = createCircuit();
      for (let i = 0; i < 12; i += 1) {
        await askMerchant(byAccount, merchant.endpoint, { agent, circuit });
      }
      assert.equal(merchant.received.length, 12);
    });
  }

  it("is asked once by customers who ask the same at once, and each has a record of it", async (t) => {
    const { promise: allAsked, resolve: goOn } = Promise.withResolvers<void>();
    const merchant = await startMerchant(t, async (_, response) => {
      await allAsked;
      response.end(orders);
    });
    const circuit = createCircuit();
    const ask = (question: Question) =>
      askMerchant(question, merchant.endpoint, { agent, circuit });
    const asking = [ask(byAccount), ask({ ...byAccount }), ask({ ...byAccount, page: 3 })];
    goOn();
    const [first, second, other] = await Promise.all(asking);
    assert.equal(merchant.received.length, 2);
    assert.deepEqual(second!.answer, first!.answer);
    assert.equal(second!.delivery.sharedWith, first!.delivery.id);
    assert.notEqual(second!.delivery.id, first!.delivery.id);
    assert.deepEqual(second!.delivery.exchanges, []);
    assert.equal(other!.delivery.sharedWith, null);
  });

  it("is asked ten things at once, and the sixty-first is told that it is busy", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] }); // who waits for a place is turned away after a second
    const { promise: isEnough, resolve: goOn } = Promise.withResolvers<void>();
    const merchant = await startMerchant(t, async (_, response) => {
      await isEnough;
      response.end(orders);
    });
    const circuit = createCircuit();
    const asking = Array.from({ length: 61 }, (_, index) =>
      askMerchant({ ...byAccount, page: index + 1 }, merchant.endpoint, { agent, circuit }),
    );
    const last = await asking[60]!;
    assert.equal(last.delivery.outcome, "busy");
    assert.ok(merchant.received.length <= 10);
    goOn();
    const outcomes = (await Promise.all(asking.slice(0, 60))).map(
      ({ delivery }) => delivery.outcome,
    );
    assert.deepEqual(new Set(outcomes), new Set(["answered"]));
  });

  it("is asked for a newcomer, where who asked the same before has no place and so no answer", async (t) => {
    const merchant = await startAnsweringMerchant(t, orders);
    const circuit = createCircuit();
    const ask = (conversationId: string) => {
      const askedFor = { network: conversationId, conversationId };
      return askMerchant(byAccount, merchant.endpoint, { agent, circuit, askedFor });
    };
    for (let nth = 0; nth < 4; nth++) await ask("restless");
    for (let nth = 0; nth < 8; nth++) {
      await circuit.gate.enter(undefined, { network: `n_${nth}`, conversationId: `c_${nth}` });
    }
    const [restless, newcomer] = await Promise.all([ask("restless"), ask("new")]);
    assert.equal(restless.delivery.outcome, "busy");
    assert.equal(newcomer.delivery.outcome, "answered");
  });
});
