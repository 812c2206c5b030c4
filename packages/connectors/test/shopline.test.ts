import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { told } from "../../conformance/src/run/run.fixture.ts";
import { connectors } from "../src/index.ts";
import { testShop } from "./serve-shop.ts";
import { accessToken, createFakeShopline, type Vices } from "./shopline/fake-shopline.ts";
import { erna, otto } from "./shopline/shopline-orders.ts";

const page = (status: number) => () =>
  new Response("<html>Oops</html>", { status, headers: { "content-type": "text/html" } });

describe("a shop of SHOPLINE's", () => {
  const { shopline } = connectors;

  function open(changes: Record<string, string> = {}, vices: Partial<Vices> = {}) {
    let nowMs = Date.now();
    const fake = createFakeShopline();
    Object.assign(fake.vices, vices);
    const config = shopline.readConfig({ shop: "test", accessToken, ...changes });
    // Advances the clock by a second per reading, so that no limit applies to these queries.
    const now = () => {
      nowMs += 1_000;
      return nowMs;
    };
    return { shop: shopline.connect(config, { fetch: fake.fetch, now }), fake };
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
    const { shop } = open({}, { maxRows: 3 });
    const numbers = async (filter: "open" | "unpaid" | "past", account = otto) => {
      const answer = await shop.orders({ ...list, filter, account });
      assert.ok("orders" in answer);
      return answer.orders.map((order) => `${order.order_number} ${order.status}`);
    };
    assert.deepEqual(await numbers("open"), [
      "1009 Processing",
      "1006 Processing",
      "1005 Partially shipped",
      "1004 Shipped",
    ]);
    assert.deepEqual(await numbers("unpaid"), ["1008 Partially paid", "1007 Unpaid"]);
    assert.deepEqual(await numbers("past"), [
      "1010 Shipped",
      "1003 Canceled",
      "1002 Refunded",
      "1001 Delivered",
    ]);
    assert.deepEqual(await numbers("open", erna), ["D2035 Processing", "D2034 Processing"]);
    assert.deepEqual(await numbers("open", "quiet@shop.example"), []);
    const long = `${"o".repeat(60)}@shop.example`;
    for (const account of ["otto", "otto@shop", "@shop.example", "nobody@shop.example", long]) {
      const none = await shop.orders({ ...list, account });
      assert.equal("kind" in none && none.reason, "user_not_found", account);
    }
  });

  test("finds an order by its name in any case, archived or not, and by no id of it", async () => {
    const { shop } = open();
    for (const [typed, number] of [
      ["1001", "1001"],
      ["#1010", "1010"],
      ["d2034", "D2034"],
    ] as const) {
      const answer = await shop.orders(byNumber(typed));
      assert.equal("orders" in answer && answer.orders[0]?.order_number, number, typed);
    }
    for (const number of ["2034", "100", "#", "21050224312121887324661001"]) {
      const none = await shop.orders(byNumber(number));
      assert.equal("kind" in none && none.reason, "order_not_found", number);
    }
  });

  test("tells amounts in the customer's currency, or else all of them in the shop's", async () => {
    const { shop } = open();
    const orderOf = async (number: string) => {
      const answer = await shop.orders(byNumber(number));
      assert.ok("orders" in answer);
      return answer.orders[0]!;
    };
    const { currency, summary, adjustments, fees, elements } = await orderOf("1001");
    assert.deepEqual([currency, adjustments, fees], ["HKD", undefined, undefined]);
    assert.deepEqual(summary, {
      subtotal: 50,
      shipping_cost: 5,
      total_tax: 9.5,
      total_cost: 64.5,
    });
    assert.deepEqual([elements[0]?.subtitle, elements[0]?.price], ["M/red", 50]);
    const plain = await orderOf("D2035");
    assert.deepEqual([plain.currency, plain.elements[0]?.price], ["USD", 50]);
    assert.deepEqual(plain.summary, {
      subtotal: 50,
      shipping_cost: 4.95,
      total_tax: 7.98,
      tax_included: true,
      total_cost: 50.95,
    });
    assert.deepEqual(plain.adjustments, [
      { name: "KIN4", amount: 5 },
      { name: "Points", amount: 1 },
    ]);
    assert.deepEqual(plain.fees, [{ name: "Tip", amount: 2 }]);
  });

  test("tells each parcel of a fulfillment, and finds one by what stands on its label", async () => {
    const { shop } = open();
    const label = { by: "package", packageNumber: "YT2100000000002", ...paging } as const;
    const byLabel = await shop.packages(label);
    assert.equal("packages" in byLabel && byLabel.packages[0]?.package_number, "1004-3");
    const product = await shop.packages({ ...label, packageNumber: "皇后大道中 1 號" });
    const amount = await shop.packages({ ...label, packageNumber: "SLpayments" });
    assert.ok("kind" in product && "kind" in amount);
    const statuses = async (orderNumber: string) => {
      const answer = await shop.packages({ by: "order", orderNumber, ...paging });
      assert.ok("packages" in answer);
      return answer.packages.map((one) => `${one.package_status} ${one.tracking_number}`);
    };
    assert.deepEqual(await statuses("1004"), [
      "Out for delivery YT2100000000001",
      "Out for delivery YT2100000000002",
    ]);
    assert.deepEqual(await statuses("1005"), ["Delivery failed SF100000005"]);
  });

  test("check names the shop and an order to try, or what is in the way", async () => {
    assert.deepEqual(await open().shop.check(), {
      isOk: true,
      shop: "Test Shop",
      notes: [],
      sample: { orderNumber: "D2035", account: erna },
    });
    const few = open({}, { scopes: ["read_orders"] }).shop;
    const checked = await few.check();
    assert.equal(checked.isOk && checked.shop, "test.myshopline.com");
    const none = await few.orders({ ...list, account: "quiet@shop.example" });
    assert.equal("kind" in none && none.reason, "user_not_found");
    const blind = open({}, { isMasked: true }).shop;
    const withheld = await blind.check();
    assert.deepEqual(withheld.isOk && withheld.notes, ["personal_data_withheld"]);
    await assert.rejects(async () => blind.orders(list), { problem: "missing_scope" });
    const broken: [problem: string, changes: Record<string, string>, vices: Partial<Vices>][] = [
      ["unauthorized", { accessToken: "wrong" }, {}],
      ["missing_scope", {}, { scopes: [] }],
      ["not_this_platform", {}, { instead: page(200) }],
      ["not_this_platform", {}, { instead: () => Response.json({}, { status: 404 }) }],
      ["unavailable", {}, { instead: page(402) }],
      ["unavailable", {}, { instead: page(423) }],
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
          assert.doesNotMatch(error.message, /wrong|for-tests/);
          return true;
        },
      );
    }
  });

  test("takes the shop's own handle, however a browser shows it", () => {
    const hostOf = (shop: string) => shopline.originOf(shopline.readConfig({ shop, accessToken }));
    for (const shop of [
      "Test",
      "test.myshopline.com",
      "https://test.myshopline.com/admin/orders",
    ]) {
      assert.equal(hostOf(shop), "https://test.myshopline.com", shop);
    }
    assert.throws(() => hostOf("shop.shoplineapp.com"), { field: "shop" });
  });
});
