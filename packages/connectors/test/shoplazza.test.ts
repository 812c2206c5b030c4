import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { told } from "../../conformance/src/run/run.fixture.ts";
import { connectors } from "../src/index.ts";
import { testShop } from "./serve-shop.ts";
import { accessToken, createFakeShoplazza, type Vices } from "./shoplazza/fake-shoplazza.ts";
import { erna, otto } from "./shoplazza/shoplazza-orders.ts";

const page = (status: number) => () =>
  new Response("<html>Oops</html>", { status, headers: { "content-type": "text/html" } });

describe("a shop of Shoplazza's", () => {
  const { shoplazza } = connectors;

  function open(changes: Record<string, string> = {}, vices: Partial<Vices> = {}) {
    let nowMs = Date.now();
    const fake = createFakeShoplazza();
    Object.assign(fake.vices, vices);
    const config = shoplazza.readConfig({ shop: "test", accessToken, ...changes });
    // Advances the clock by a second per reading, so that no limit applies to these queries.
    const now = () => {
      nowMs += 1_000;
      return nowMs;
    };
    return { shop: shoplazza.connect(config, { fetch: fake.fetch, now }), fake };
  }

  const list = { by: "account", account: otto, filter: "open", page: 1, limit: 10 } as const;
  const byNumber = (orderNumber: string) => ({ by: "number", orderNumber }) as const;
  const paging = { page: 1, limit: 3 };

  test("keeps every rule of the protocol", async (t) => {
    const { shop } = open();
    const findings = await testShop(t, shop, {
      ...{ account: otto, otherAccount: erna, orderNumber: "1004" },
    });
    assert.deepEqual(told(findings), []);
    assert.deepEqual(
      findings.filter(({ status }) => status === "skipped").map(({ rule }) => rule),
      [],
    );
  });

  test("lists an account's orders and nobody else's, each in one list, over pages", async () => {
    const { shop, fake } = open({}, { maxRows: 4 });
    const numbers = async (filter: "open" | "unpaid" | "past", account = otto, from = shop) => {
      const answer = await from.orders({ ...list, filter, account });
      assert.ok("orders" in answer);
      return answer.orders.map((order) => `${order.order_number} ${order.status}`);
    };
    assert.deepEqual(await numbers("open"), [
      "1007 Partially delivered",
      "1006 Processing",
      "1005 Shipped",
      "1004 Partially shipped",
    ]);
    assert.deepEqual(await numbers("unpaid"), ["1010 Payment failed", "1009 Unpaid"]);
    assert.deepEqual(await numbers("past"), [
      "1008 Returning to sender",
      "1003 Canceled",
      "1002 Refunded",
      "1001 Delivered",
    ]);
    assert.deepEqual(await numbers("open", erna), ["2002 Processing", "2001 Processing"]);
    assert.deepEqual(await numbers("open", "quiet@shop.example"), []);
    for (const account of ["otto", "otto@shop", "nobody@shop.example"]) {
      const none = await shop.orders({ ...list, account });
      assert.equal("kind" in none && none.reason, "user_not_found", account);
    }
    const { shop: old } = open({}, { hasEnvelope: false });
    assert.equal((await numbers("open", otto, old)).length, 4);
    assert.equal(fake.asked.filter((path) => path === "orders").length, 3 + 1 + 1 + 3);
  });

  test("finds an order with and without its #, and no cart that was left", async () => {
    const { shop } = open();
    for (const [typed, number] of [
      ["1001", "1001"],
      ["#1001", "1001"],
      ["2001", "2001"],
      ["#2001", "2001"],
    ] as const) {
      const answer = await shop.orders(byNumber(typed));
      assert.equal("orders" in answer && answer.orders[0]?.order_number, number, typed);
    }
    for (const number of ["1011", "100", "count", "../shop", "#"]) {
      const none = await shop.orders(byNumber(number));
      assert.equal("kind" in none && none.reason, "order_not_found", number);
    }
  });

  test("tells amounts so that they add up, and where to pay", async () => {
    const { shop } = open();
    const orderOf = async (number: string) => {
      const answer = await shop.orders(byNumber(number));
      assert.ok("orders" in answer);
      return answer.orders[0]!;
    };
    const order = await orderOf("2001");
    assert.deepEqual(order.summary, {
      subtotal: 50,
      shipping_cost: 4.95,
      total_tax: 7.98,
      tax_included: true,
      total_cost: 44.95,
    });
    assert.deepEqual(order.adjustments, [
      { name: "Discount", amount: 5 },
      { name: "Gift card", amount: 10 },
    ]);
    assert.deepEqual(order.fees, [
      { name: "Tip", amount: 2 },
      { name: "Gift wrap", amount: 3 },
    ]);
    const plain = await orderOf("1005");
    assert.deepEqual([plain.adjustments, plain.fees, plain.order_url], Array(3).fill(undefined));
    assert.equal(plain.elements[0]?.image_url, "https://cdn.shoplazza.com/shirt.jpeg");
    assert.equal(plain.payment_method, "PayPal");
    assert.equal((await orderOf("1009")).order_url, "https://test.example/checkout/1009");
  });

  test("tells each parcel of a fulfillment, and finds one by what stands on its label", async () => {
    const { shop } = open();
    const label = { by: "package", packageNumber: "yt2100000000002", ...paging } as const;
    assert.ok("kind" in (await shop.packages({ ...label, packageNumber: "YT210000000000" })));
    const byLabel = await open().shop.packages({ ...label, packageNumber: "YT2100000000002" });
    assert.equal("packages" in byLabel && byLabel.packages[0]?.package_number, "1004-3");
    const answer = await shop.packages({ by: "order", orderNumber: "1004", ...paging });
    assert.ok("packages" in answer);
    assert.deepEqual(
      answer.packages.map((one) => [one.package_number, one.package_status, one.tracking_number]),
      [
        ["1004-1", "Preparing", undefined],
        ["1004-2", "In transit", "YT2100000000001"],
        ["1004-3", "In transit", "YT2100000000002"],
      ],
    );
    assert.ok("packages" in (await shop.packages(label)));
  });

  test("check names the shop and an order to try, or what is in the way", async () => {
    assert.deepEqual(await open().shop.check(), {
      isOk: true,
      shop: "Test Shop",
      notes: [],
      sample: { orderNumber: "1001", account: otto },
    });
    const few = open({}, { scopes: ["read_order"] }).shop;
    const checked = await few.check();
    assert.equal(checked.isOk && checked.shop, "test.myshoplaza.com");
    const none = await few.orders({ ...list, account: "quiet@shop.example" });
    assert.equal("kind" in none && none.reason, "user_not_found");
    const broken: [problem: string, changes: Record<string, string>, vices: Partial<Vices>][] = [
      ["unauthorized", { accessToken: "wrong" }, {}],
      ["missing_scope", {}, { scopes: ["read_product"] }],
      ["not_this_platform", {}, { instead: page(200) }],
      ["not_this_platform", {}, { instead: page(404) }],
      ["broken_answer", {}, { instead: () => Response.json({ code: "Busy" }) }],
      ["unavailable", {}, { instead: page(502) }],
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
          assert.doesNotMatch(error.message, /wrong|token-for-tests/);
          return true;
        },
      );
    }
  });

  test("takes both spellings of its domain, and no domain of the owner's", () => {
    const hostOf = (shop: string) =>
      shoplazza.originOf(shoplazza.readConfig({ shop, accessToken }));
    assert.equal(hostOf("Test"), "https://test.myshoplaza.com");
    assert.equal(hostOf("https://test.myshoplazza.com/admin"), "https://test.myshoplazza.com");
    for (const shop of ["www.shop.example", "test.myshoplaza.com.evil.example"]) {
      assert.throws(() => hostOf(shop), { field: "shop" }, shop);
    }
  });
});
