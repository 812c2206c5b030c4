import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { told } from "../../conformance/src/run/run.fixture.ts";
import { connectors } from "../src/index.ts";
import { testShop } from "./serve-shop.ts";
import {
  clientId,
  clientSecret,
  createFakeShopify,
  staticToken,
  type Vices,
} from "./shopify/fake-shopify.ts";
import { erna, makeOrders, otto } from "./shopify/shopify-orders.ts";
import { findShopifySchema, leftOut } from "./shopify/shopify-schema.ts";

const found = findShopifySchema();

/** A whole answer of a shop that is there and cannot be asked. */
const page = (status: number) => () =>
  new Response("<html>Oops</html>", { status, headers: { "content-type": "text/html" } });

describe("a shop of Shopify's, by the schema of its admin API", {
  skip: found === null && leftOut,
}, () => {
  const { shopify } = connectors;

  function open(changes: Record<string, string> = {}, vices: Partial<Vices> = {}) {
    let nowMs = Date.now();
    const now = () => nowMs;
    const fake = createFakeShopify(found!, makeOrders(nowMs), now);
    Object.assign(fake.vices, vices);
    const keys = { clientId, clientSecret };
    const config = shopify.readConfig({ shop: "test", ...keys, ...changes });
    const shop = shopify.connect(config, { fetch: fake.fetch, now });
    const later = (s: number) => {
      nowMs += s * 1_000;
    };
    return { shop, fake, later };
  }

  const list = { by: "account", account: otto, filter: "open", page: 1, limit: 10 } as const;
  const byNumber = (orderNumber: string) => ({ by: "number", orderNumber }) as const;

  test("keeps every rule of the protocol", async (t) => {
    const { shop } = open({}, { perSecond: 100_000, points: 1e9 });
    const findings = await testShop(t, shop, {
      ...{ account: otto, otherAccount: erna, orderNumber: "1006" },
    });
    assert.deepEqual(told(findings), []);
    assert.deepEqual(
      findings.filter(({ status }) => status === "skipped").map(({ rule }) => rule),
      [],
    );
  });

  test("lists an account's orders and nobody else's, each in one list", async () => {
    const { shop } = open();
    const numbers = async (filter: "open" | "unpaid" | "past", account = otto) => {
      const answer = await shop.orders({ ...list, filter, account });
      assert.ok("orders" in answer);
      return answer.orders.map((order) => `${order.order_number} ${order.status}`);
    };
    assert.deepEqual(await numbers("open"), [
      "1014 Processing",
      "1008 Processing",
      "1007 Shipped",
      "1006 Partially shipped",
    ]);
    assert.deepEqual(await numbers("unpaid"), ["1009 Unpaid"]);
    assert.deepEqual(await numbers("past"), [
      "1004 Canceled",
      "1003 Refunded",
      "1002 Delivered",
      "1001 Delivered",
    ]);
    assert.deepEqual(await numbers("open", erna), ["10011 Processing", "1005 Processing"]);
    assert.deepEqual(await numbers("open", "quiet@shop.example"), []);
    for (const account of ["otto@shop", "otto", 'x" OR test:"false', "otto@shop.example.n"]) {
      const none = await shop.orders({ ...list, account });
      assert.equal("kind" in none && none.reason, "user_not_found", account);
    }
  });

  test("finds an order with and without its #, and none that only begins alike", async () => {
    const { shop } = open();
    for (const number of ["1001", "#1001", " 1001 "]) {
      const answer = await shop.orders(byNumber(number));
      assert.equal("orders" in answer && answer.orders[0]?.order_number, "1001", number);
    }
    for (const number of ["100", "1010", "001001", "5000000001001"]) {
      const none = await shop.orders(byNumber(number));
      assert.equal("kind" in none && none.reason, "order_not_found", number);
    }
  });

  test("tells amounts with the tax in the prices, a code and a tip, so that they add up", async () => {
    const answer = await open().shop.orders(byNumber("1005"));
    assert.ok("orders" in answer);
    const { summary, adjustments, fees, elements } = answer.orders[0]!;
    assert.deepEqual(summary, {
      subtotal: 50,
      shipping_cost: 4.95,
      total_tax: 8.3,
      tax_included: true,
      total_cost: 51.95,
    });
    assert.deepEqual(adjustments, [{ name: "SPRING", amount: 5 }]);
    assert.deepEqual(fees, [{ name: "Tip", amount: 2 }]);
    assert.equal(elements[0]?.subtitle, "M");
  });

  test("tells packages, with the day in the shop's own zone", async () => {
    const { shop } = open();
    const paging = { page: 1, limit: 3 };
    const answer = await shop.packages({ by: "order", orderNumber: "#1006", ...paging });
    assert.ok("packages" in answer);
    assert.deepEqual(
      answer.packages.map((one) => [one.package_number, one.package_status, one.exp_delivery]),
      [
        ["1006-1", "In transit", "2026-12-02"],
        ["1006-2", "Label created", undefined],
      ],
    );
    const label = { by: "package", packageNumber: "00340434161094042558", ...paging } as const;
    const byLabel = await shop.packages(label);
    assert.deepEqual("packages" in byLabel && byLabel.packages, [answer.packages[1]]);
    const late = await shop.packages({ by: "order", orderNumber: "1001", ...paging });
    assert.equal("packages" in late && late.packages[0]?.exp_delivery, "2026-10-13");
  });

  test("a token is asked for once a day, also where ten ask at once, and again where it was taken back", async () => {
    const { shop, fake, later } = open();
    const tokens = () => fake.asked.filter((asked) => asked === "token").length;
    await Promise.all(
      ["1001", "1002", "1003", "1004"].map((number) => shop.orders(byNumber(number))),
    );
    assert.equal(tokens(), 1);
    later(86_399 - 299); // within five minutes of its end
    await shop.orders(byNumber("1001"));
    assert.equal(tokens(), 2);
    fake.revokeTokens();
    later(31);
    assert.ok("orders" in (await shop.orders(byNumber("1002"))));
    assert.equal(tokens(), 3);
  });

  test("what was answered is not asked again for half a minute, and what was not found is", async () => {
    const { shop, fake, later } = open();
    const count = async (question: Parameters<typeof shop.orders>[0]) => {
      const before = fake.asked.length;
      await shop.orders(question);
      return fake.asked.length - before;
    };
    await shop.orders(byNumber("1001"));
    await shop.orders(list);
    assert.equal(await count(byNumber("1001")), 0);
    assert.equal(await count(list), 0);
    later(31);
    assert.equal(await count(byNumber("1001")), 1);
    assert.equal(await count(byNumber("9999")), 1);
    assert.equal(await count(byNumber("9999")), 1);
  });

  test("waits where the limit is near, and says when to come again where it is far", async () => {
    const near = open({}, { points: 55 });
    setTimeout(() => {
      near.fake.vices.points = 2_000;
    }, 20);
    assert.ok("orders" in (await near.shop.orders(byNumber("1001"))));
    const far = open({}, { points: 10, perSecond: 1 });
    await assert.rejects(async () => far.shop.orders(byNumber("1001")), {
      problem: "throttled",
      retryAfterS: 50,
    });
  });

  test("check says what the app may, and what it lacks", async () => {
    const checkWith = (vices: Partial<Vices>) => open({}, vices).shop.check();
    assert.deepEqual(await checkWith({}), {
      isOk: true,
      shop: "Test Shop",
      notes: [],
      sample: { orderNumber: "10011", account: erna.toUpperCase() },
    });
    const few = await checkWith({ scopes: ["write_orders"], mayReadPersonalData: false });
    assert.deepEqual(few.isOk && few.notes, [
      "scopes_too_wide",
      "last_60_days_only",
      "personal_data_withheld",
    ]);
    assert.deepEqual(await checkWith({ scopes: ["read_products"] }), {
      isOk: false,
      problem: "missing_scope",
      detail: "The app lacks the scope read_orders.",
    });
  });

  test("without read_all_orders an old order is not found; without emails no account is", async () => {
    const young = open({}, { scopes: ["read_orders"] }).shop;
    const none = await young.orders(byNumber("1001"));
    assert.equal("kind" in none && none.reason, "order_not_found");
    const blind = open({}, { mayReadPersonalData: false }).shop;
    await assert.rejects(async () => blind.orders(list), { problem: "missing_scope" });
    const answer = await blind.orders(byNumber("1006"));
    assert.ok("orders" in answer);
    assert.equal(answer.orders[0]?.recipient_name, undefined);
  });

  test("whatever does not answer is named, on a look-up and on a check", async () => {
    const broken: [problem: string, changes: Record<string, string>, vices: Partial<Vices>][] = [
      ["unauthorized", { clientSecret: "wrong" }, {}],
      ["unauthorized", { clientId: "", clientSecret: "", accessToken: "shpat-old" }, {}],
      ["missing_scope", {}, { scopes: [] }],
      ["unavailable", {}, { instead: page(503) }],
      ["unavailable", {}, { instead: page(402) }],
      ["not_this_platform", {}, { instead: page(200) }],
      ["not_this_platform", {}, { instead: page(404) }],
      ["not_this_platform", {}, { instead: () => Response.redirect("https://shop.example/login") }],
      ["broken_answer", {}, { instead: () => new Response("{", { headers: json }) }],
      ["unreachable", { shop: "another" }, {}],
    ];
    for (const [problem, changes, vices] of broken) {
      const { shop } = open(changes, vices);
      const checked = await shop.check();
      assert.equal(!checked.isOk && checked.problem, problem);
      await assert.rejects(
        async () => shop.orders(byNumber("1001")),
        (error: Error) => {
          assert.equal((error as { problem?: string }).problem, problem, error.message);
          assert.doesNotMatch(error.message, /wrong|shpat|shpss|token-/);
          return true;
        },
      );
    }
  });

  test("an older app's token opens the shop as well", async () => {
    const { shop } = open({ clientId: "", clientSecret: "", accessToken: staticToken });
    assert.equal((await shop.check()).isOk, true);
  });
});

const json = { "content-type": "application/json" };
