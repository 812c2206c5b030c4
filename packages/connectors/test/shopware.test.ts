import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { told } from "../../conformance/src/run/run.fixture.ts";
import { connectors } from "../src/index.ts";
import { testShop } from "./serve-shop.ts";
import {
  accessKeyId,
  createFakeShopware,
  secretAccessKey,
  type Vices,
  viewer,
} from "./shopware/fake-shopware.ts";
import { erna, makeOrders, order, otto, refund } from "./shopware/shopware-orders.ts";
import { findShopwareSchema, leftOut } from "./shopware/shopware-schema.ts";

const found = findShopwareSchema();
const page = (status: number) => () =>
  new Response("<html>Oops</html>", { status, headers: { "content-type": "text/html" } });

describe("a shop of Shopware's, by the OpenAPI of its admin API", {
  skip: found === null && leftOut,
}, () => {
  const { shopware } = connectors;

  function open(
    changes: Record<string, string> = {},
    vices: Partial<Vices> = {},
    orders = makeOrders(),
  ) {
    let nowMs = Date.now();
    const fake = createFakeShopware(found!, orders, () => nowMs);
    Object.assign(fake.vices, vices);
    const url = "https://shop.example/shop/";
    const config = shopware.readConfig({ url, accessKeyId, secretAccessKey, ...changes });
    // Advances the clock by a second per reading, so that no limit applies to these queries.
    const now = () => {
      nowMs += 1_000;
      return nowMs;
    };
    return { shop: shopware.connect(config, { fetch: fake.fetch, now }), fake };
  }

  const list = { by: "account", account: otto, filter: "open", page: 1, limit: 10 } as const;
  const byNumber = (orderNumber: string) => ({ by: "number", orderNumber }) as const;
  const paging = { page: 1, limit: 3 };

  test("keeps every rule of the protocol", async (t) => {
    const { shop } = open();
    const findings = await testShop(t, shop, {
      ...{ account: otto, otherAccount: erna, orderNumber: "10004" },
    });
    assert.deepEqual(told(findings), []);
    assert.deepEqual(
      findings.filter(({ status }) => status === "skipped").map(({ rule }) => rule),
      [],
    );
  });

  test("lists an account's orders and nobody else's, each in one list", async () => {
    const { shop } = open();
    const numbers = async (filter: "open" | "unpaid" | "past", account = otto, from = shop) => {
      const answer = await from.orders({ ...list, filter, account });
      assert.ok("orders" in answer);
      return answer.orders.map((order) => `${order.order_number} ${order.status}`);
    };
    assert.deepEqual(await numbers("open"), [
      "10010 Processing",
      "10009 Processing",
      "10006 Processing",
      "10005 Partially shipped",
      "10004 Shipped",
    ]);
    assert.deepEqual(await numbers("unpaid"), [
      "10011 Payment reversed",
      "10008 Payment failed",
      "10007 Unpaid",
    ]);
    assert.deepEqual(await numbers("past"), [
      "10012 Returned to sender",
      "10003 Canceled",
      "10002 Refunded",
      "10001 Completed",
    ]);
    const { shop: patient } = open({ completedMeans: "on-its-way" });
    assert.ok((await numbers("open", otto, patient)).includes("10001 Completed"));
    assert.deepEqual(await numbers("open", erna), [
      "SW-3 Processing",
      "SW-2 Shipped",
      "SW-1 Processing",
    ]);
    assert.deepEqual(await numbers("open", "quiet@shop.example"), []);
    for (const account of ["otto", "%", "øtto@shop.example", "nobody@shop.example"]) {
      const none = await shop.orders({ ...list, account });
      assert.equal("kind" in none && none.reason, "user_not_found", account);
    }
  });

  test("reads whoever has ordered more than a hundred times page by page", async () => {
    const [order] = makeOrders();
    const many = Array.from({ length: 130 }, (_, at) => ({
      ...order!,
      id: at.toString(16).padStart(32, "0"),
      orderNumber: `M-${at}`,
    }));
    const { shop, fake } = open({}, {}, many);
    const answer = await shop.orders({ ...list, filter: "past", page: 13 });
    assert.ok("orders" in answer && !answer.hasNextPage);
    assert.deepEqual(
      answer.orders.map((one) => one.order_number),
      Array.from({ length: 10 }, (_, at) => `M-${9 - at}`),
    );
    assert.equal(fake.asked.filter((path) => path === "/search/order").length, 3);
  });

  test("finds an order by its number, and none that only looks like it", async () => {
    const { shop } = open();
    for (const [typed, number] of [
      ["10001", "10001"],
      ["#10001", "10001"],
      ["sw-1", "SW-1"],
    ] as const) {
      const answer = await shop.orders(byNumber(typed));
      assert.equal("orders" in answer && answer.orders[0]?.order_number, number, typed);
    }
    for (const number of ["1000", "10099", "%", ""]) {
      const none = await shop.orders(byNumber(number));
      assert.equal("kind" in none && none.reason, "order_not_found", number);
    }
  });

  test("tells amounts with the tax in the prices or beside them, and discounts by their names", async () => {
    const { shop } = open();
    const orderOf = async (number: string) => {
      const answer = await shop.orders(byNumber(number));
      assert.ok("orders" in answer);
      return answer.orders[0]!;
    };
    const gross = await orderOf("SW-2");
    assert.deepEqual(gross.summary, {
      subtotal: 50,
      shipping_cost: 0,
      total_tax: 7.18,
      tax_included: true,
      total_cost: 45,
    });
    assert.deepEqual(
      [gross.adjustments, gross.fees],
      [[{ name: "SPRING10", amount: 5 }], undefined],
    );
    assert.deepEqual(
      gross.elements.map(({ title, subtitle, price }) => [title, subtitle, price]),
      [["T-Shirt", "M", 50]],
    );
    const net = await orderOf("SW-3");
    assert.deepEqual([net.summary.total_tax, net.summary.tax_included], [10.44, undefined]);
    assert.deepEqual([net.adjustments, net.fees], [undefined, undefined]);
    assert.equal((await orderOf("10006")).payment_method, "InvoicePayment");
  });

  test("asks for the refunds of payments that were paid back, where the role may see them and Shopware has them", async () => {
    const back = order({ number: "R-1", payments: [["refunded_partially"]] });
    const refunds = [refund(back, "completed", 12, "2026-10-02T08:00:00.000+00:00")];
    const mayRead = [...viewer, "order_transaction_capture_refund", "order_transaction_capture"];
    const refundsOf = async (vices: Partial<Vices>) => {
      const { shop, fake } = open({}, { refunds, ...vices }, [back, ...makeOrders()]);
      const [found, plain] = [
        await shop.orders(byNumber("R-1")),
        await shop.orders(byNumber("10001")),
      ];
      assert.ok("orders" in found && "orders" in plain);
      const asked = fake.asked.filter((path) => path.endsWith("refund")).length;
      return [found.orders[0]?.refunds, asked];
    };
    const told = [{ amount: 12, at: "1790928000", status: "refunded" }];
    assert.deepEqual(await refundsOf({ mayRead }), [told, 1]);
    assert.deepEqual(await refundsOf({}), [undefined, 1]);
    assert.deepEqual(await refundsOf({ mayRead, isOld: true }), [undefined, 1]);
  });

  test("tells parcels with their links, and finds one by what stands on its label", async () => {
    const { shop } = open({ timeZone: "Asia/Tokyo" });
    const asked = { by: "order", orderNumber: "10004", ...paging } as const;
    const answer = await shop.packages(asked);
    assert.ok("packages" in answer);
    assert.deepEqual(answer.packages[1], {
      order_number: "10004",
      package_number: "10004-2",
      package_status: "In transit",
      package_status_code: "in_transit",
      carrier: "DHL",
      tracking_number: "JJD 0001 4600 0042",
      tracking_url: "https://www.dhl.de/?piececode=JJD%200001%204600%200042",
      exp_delivery: "2026-10-08",
      exp_delivery_from: "2026-10-06",
      exp_delivery_to: "2026-10-08",
    });
    const { shop: fresh, fake } = open();
    const label = { by: "package", packageNumber: "00340434161094042564", ...paging } as const;
    const byLabel = await fresh.packages(label);
    assert.equal("packages" in byLabel && byLabel.packages[0]?.order_number, "10005");
    const before = fake.asked.length;
    await fresh.packages(label);
    assert.equal(fake.asked.length - before, 1); // by its order now, which is known
    for (const [number, count] of [
      ["SW-2", 1], // what a promotion takes off shipping is no parcel
      ["10003", 0],
      ["10001", 1], // left without a number
    ] as const) {
      const packages = await shop.packages({ by: "order", orderNumber: number, ...paging });
      assert.equal("packages" in packages && packages.packages.length, count, number);
    }
  });

  test("a token is asked for once by all who wait, and again where it was taken back", async () => {
    const { shop, fake } = open();
    const tokens = () => fake.asked.filter((path) => path === "/oauth/token").length;
    await Promise.all(["10001", "10002", "10003"].map((number) => shop.orders(byNumber(number))));
    assert.equal(tokens(), 1);
    fake.revokeTokens();
    assert.ok("orders" in (await shop.orders(byNumber("10004"))));
    assert.equal(tokens(), 2);
  });

  test("check names an order to try, a key that may do more, or what is in the way", async () => {
    assert.deepEqual(await open().shop.check(), {
      isOk: true,
      shop: "shop.example",
      notes: [],
      sample: { orderNumber: "SW-3", account: erna },
    });
    const wide = await open({}, { mayRead: null }).shop.check();
    assert.deepEqual(wide.isOk && wide.notes, ["scopes_too_wide"]);
    const without = (name: string) => viewer.filter((one) => one !== name);
    const few = await open({}, { mayRead: without("media") }).shop.check();
    assert.ok(!few.isOk && few.problem === "missing_scope" && /media:read/.test(few.detail));
    const blind = open({}, { mayRead: without("customer") }).shop;
    const none = await blind.orders({ ...list, account: "quiet@shop.example" });
    assert.equal("kind" in none && none.reason, "user_not_found");
    const broken: [problem: string, changes: Record<string, string>, vices: Partial<Vices>][] = [
      ["unauthorized", { secretAccessKey: "wrong" }, {}],
      ["missing_scope", {}, { mayRead: [] }],
      ["not_this_platform", {}, { instead: page(404) }],
      ["not_this_platform", {}, { instead: page(200) }],
      ["not_this_platform", {}, { instead: () => Response.json({ errors: [] }, { status: 404 }) }],
      ["unavailable", {}, { instead: page(503) }],
      ["unreachable", { url: "https://other.example" }, {}],
    ];
    for (const [problem, changes, vices] of broken) {
      const { shop } = open(changes, vices);
      const checked = await shop.check();
      assert.equal(!checked.isOk && checked.problem, problem);
      await assert.rejects(
        async () => shop.orders(byNumber("10001")),
        (error: Error) => {
          assert.equal((error as { problem?: string }).problem, problem, error.message);
          assert.doesNotMatch(error.message, /wrong|secret-for-tests|token-\d/);
          return true;
        },
      );
    }
  });
});

test("Shopware's key is told from that of a sales channel, and its admin's address is taken", () => {
  const { shopware } = connectors;
  const read = (changes: object) =>
    shopware.readConfig({ url: "https://shop.example", accessKeyId, secretAccessKey, ...changes });
  assert.throws(() => read({ accessKeyId: "SWSCABC" }), { field: "accessKeyId" });
  for (const url of ["https://shop.example/shop/admin", "https://shop.example/shop/api/"]) {
    assert.equal(read({ url }).site, "https://shop.example/shop", url);
  }
  assert.equal(shopware.originOf(read({ url: "shop.example:8000" })), "https://shop.example:8000");
});
