import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { told } from "../../conformance/src/run/run.fixture.ts";
import { connectors } from "../src/index.ts";
import { testShop } from "./serve-shop.ts";
import {
  consumerKey,
  consumerSecret,
  createFakeWooCommerce,
  erna,
  otto,
  type Vices,
} from "./woocommerce/fake-woocommerce.ts";

const page = (status: number) => () =>
  new Response("<html>Oops</html>", { status, headers: { "content-type": "text/html" } });

describe("a shop of WooCommerce's", () => {
  const { woocommerce } = connectors;

  function open(changes: Record<string, string> = {}, vices: Partial<Vices> = {}) {
    let nowMs = Date.now();
    const fake = createFakeWooCommerce();
    Object.assign(fake.vices, vices);
    const url = "https://shop.example/shop/";
    const config = woocommerce.readConfig({ url, consumerKey, consumerSecret, ...changes });
    // Advances the clock by a second per reading, so that no limit applies to these queries.
    const now = () => {
      nowMs += 1_000;
      return nowMs;
    };
    return { shop: woocommerce.connect(config, { fetch: fake.fetch, now }), fake };
  }

  const list = { by: "account", account: otto, filter: "open", page: 1, limit: 10 } as const;
  const byNumber = (orderNumber: string) => ({ by: "number", orderNumber }) as const;
  const paging = { page: 1, limit: 3 };

  test("keeps every rule of the protocol", async (t) => {
    const { shop } = open();
    const findings = await testShop(t, shop, {
      ...{ account: otto, otherAccount: erna, orderNumber: "104" },
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
      "107 Ready for pickup",
      "106 Partially shipped",
      "105 Processing",
      "104 Processing",
    ]);
    assert.deepEqual(await numbers("unpaid"), ["108 Unpaid"]);
    assert.deepEqual(await numbers("past"), [
      "110 Delivered",
      "103 Canceled",
      "102 Refunded",
      "101 Completed",
    ]);
    const { shop: patient } = open({ completedMeans: "on-its-way" });
    assert.ok((await numbers("open", otto, patient)).includes("101 Completed"));
    assert.deepEqual(await numbers("open", erna), ["WC-0114 Processing"]);
    assert.deepEqual(await numbers("open", "quiet@shop.example"), []);
    for (const account of ["%", "otto", "tto@shop.example", "nobody@shop.example"]) {
      const none = await shop.orders({ ...list, account });
      assert.equal("kind" in none && none.reason, "user_not_found", account);
    }
  });

  test("finds an order by its number, also by one that a plugin counts, and by no id of it", async () => {
    const { shop } = open();
    for (const [typed, number] of [
      ["101", "101"],
      ["#101", "101"],
      ["wc-0114", "WC-0114"],
    ] as const) {
      const answer = await shop.orders(byNumber(typed));
      assert.equal("orders" in answer && answer.orders[0]?.order_number, number, typed);
    }
    for (const number of ["114", "10", "0101", "109", "999", "%"]) {
      const none = await shop.orders(byNumber(number));
      assert.equal("kind" in none && none.reason, "order_not_found", number);
    }
  });

  test("tells amounts with a coupon or a fee, a name as it is read, and where to pay", async () => {
    const { shop } = open();
    const orderOf = async (number: string) => {
      const answer = await shop.orders(byNumber(number));
      assert.ok("orders" in answer);
      return answer.orders[0]!;
    };
    const coupon = await orderOf("105");
    assert.deepEqual(coupon.adjustments, [{ name: "spring", amount: 5 }]);
    assert.equal(coupon.elements[0]?.title, "T-Shirt & Mug M");
    assert.equal(coupon.order_url, undefined);
    const fee = await orderOf("WC-0114");
    assert.deepEqual(fee.fees, [{ name: "Nachnahme", amount: 2 }]);
    assert.match((await orderOf("108")).order_url ?? "", /order-pay\/108/);
  });

  test("asks once how the shop's pages show prices, and goes by the order where it may not", async () => {
    for (const [taxDisplay, isGross] of [
      ["incl", true],
      ["excl", undefined],
      [null, undefined],
    ] as const) {
      const { shop, fake } = open({}, { taxDisplay });
      const answers = [await shop.orders(byNumber("105")), await shop.orders(byNumber("108"))];
      for (const answer of answers) {
        assert.ok("orders" in answer);
        assert.equal(answer.orders[0]?.summary.tax_included, isGross, String(taxDisplay));
      }
      assert.equal(fake.asked.filter((path) => path.includes("settings")).length, 1);
    }
  });

  test("reads parcels in each of the four ways in which shops note them", async () => {
    const inMeta = await open().shop.packages({ by: "order", orderNumber: "104", ...paging });
    assert.ok("packages" in inMeta);
    assert.deepEqual(
      inMeta.packages.map((one) => [one.package_number, one.carrier, one.tracking_number]),
      [
        ["104-1", "ups", "1Z999AA10123456784"],
        ["104-2", "Bote", "B-1"],
      ],
    );
    assert.equal(inMeta.packages[1]?.tracking_url, undefined);
    for (const plugin of ["fulfillments", "wc-shipment-tracking", "wc-ast"] as const) {
      const { shop } = open({}, { plugins: [plugin] });
      const answer = await shop.packages({ by: "order", orderNumber: "106", ...paging });
      assert.ok("packages" in answer);
      const [parcel, unsent] = answer.packages;
      assert.equal(parcel?.tracking_number, "00340434161094042557", plugin);
      assert.match(parcel?.tracking_url ?? "", /^https:\/\/www\.dhl\.de\//);
      assert.equal(parcel?.package_status, "In transit");
      assert.equal(unsent?.package_status, plugin === "fulfillments" ? "Preparing" : undefined);
    }
  });

  test("does not ask again and again for plugins that are not there", async () => {
    const { shop, fake } = open();
    await shop.orders(byNumber("101"));
    assert.equal(fake.asked.length, 5);
    await shop.orders(byNumber("102"));
    assert.equal(fake.asked.length, 6);
  });

  test("check names the shop and an order to try, or what is in the way", async () => {
    assert.deepEqual(await open().shop.check(), {
      isOk: true,
      shop: "Test Shop",
      notes: [],
      sample: { orderNumber: "WC-0114", account: erna.toUpperCase() },
    });
    const broken: [problem: string, changes: Record<string, string>, vices: Partial<Vices>][] = [
      ["unauthorized", { consumerSecret: "cs_wrong" }, {}],
      ["missing_scope", {}, { mayRead: false }],
      ["missing_scope", {}, { instead: page(403) }],
      ["not_this_platform", {}, { instead: page(200) }],
      ["unavailable", {}, { instead: page(500) }],
      ["unavailable", {}, { instead: page(503) }],
      [
        "throttled",
        {},
        { instead: () => new Response("", { status: 429, headers: { "retry-after": "60" } }) },
      ],
    ];
    for (const [problem, changes, vices] of broken) {
      const { shop } = open(changes, vices);
      const checked = await shop.check();
      assert.equal(!checked.isOk && checked.problem, problem);
      await assert.rejects(async () => shop.orders(byNumber("101")), { problem });
    }
  });

  test("refuses keys of another kind, and a site that would send them in the clear", () => {
    const read = (changes: object) => () =>
      woocommerce.readConfig({
        url: "https://shop.example",
        consumerKey,
        consumerSecret,
        ...changes,
      });
    assert.throws(read({ consumerKey: consumerSecret }), { field: "consumerKey" });
    assert.throws(read({ url: "http://shop.example" }), { field: "url" });
    const config = woocommerce.readConfig({
      url: "https://shop.example/shop/wp-json/wc/v3",
      consumerKey,
      consumerSecret,
    });
    assert.equal(config.site, "https://shop.example/shop");
  });
});
