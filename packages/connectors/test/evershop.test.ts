import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { told } from "../../conformance/src/run/run.fixture.ts";
import { connectors } from "../src/index.ts";
import { erna, order, orders, otto, quiet } from "./evershop/evershop-orders.ts";
import {
  createFakeEvershop,
  email,
  page,
  password,
  refuse,
  type Vices,
} from "./evershop/fake-evershop.ts";
import { testShop } from "./serve-shop.ts";

describe("a shop of EverShop's", () => {
  const { evershop } = connectors;

  function open(
    changes: Record<string, string> = {},
    vices: Partial<Vices> = {},
    shop = orders,
    stepMs = 1_000,
  ) {
    let nowMs = Date.now();
    const later = (ms: number) => {
      nowMs += ms;
    };
    const fake = createFakeEvershop(() => nowMs, shop);
    Object.assign(fake.vices, vices);
    const url = "https://shop.example/shop/admin/";
    const config = evershop.readConfig({ url, email, password, ...changes });
    // Advances the clock by a second per reading, so that no limit applies to these queries.
    const now = () => {
      later(stepMs);
      return nowMs;
    };
    return { shop: evershop.connect(config, { fetch: fake.fetch, now }), fake, later };
  }

  const list = { by: "account", account: otto, filter: "open", page: 1, limit: 20 } as const;
  const byNumber = (orderNumber: string) => ({ by: "number", orderNumber }) as const;
  const paging = { page: 1, limit: 5 };
  async function numbers(filter: "open" | "unpaid" | "past", account = otto, from = open().shop) {
    const answer = await from.orders({ ...list, filter, account });
    assert.ok("orders" in answer, account);
    return answer.orders.map((one) => `${one.order_number} ${one.status}`);
  }
  async function orderOf(number: string, from = open().shop) {
    const answer = await from.orders(byNumber(number));
    assert.ok("orders" in answer, number);
    return answer.orders[0]!;
  }

  test("keeps every rule of the protocol, and asks for nothing that EverShop has not", async (t) => {
    const { shop, fake } = open();
    const findings = await testShop(t, shop, {
      ...{ account: otto, otherAccount: erna, orderNumber: "10011" },
    });
    assert.deepEqual(told(findings), []);
    assert.deepEqual(
      findings.filter(({ status }) => status === "skipped").map(({ rule }) => rule),
      [],
    );
    await shop.check();
    assert.deepEqual([...fake.unknown], []);
  });

  test("lists an account's orders and nobody else's, each in one list, the newest first", async () => {
    assert.deepEqual(await numbers("open"), [
      "10014 Processing",
      "10013 Partially delivered",
      "10012 Shipped",
      "10011 Partially shipped",
      "10010 Processing",
      "10009 Processing",
    ]);
    assert.deepEqual(await numbers("unpaid"), [
      "10008 Payment failed",
      "10007 Unpaid",
      "10006 Unpaid",
    ]);
    assert.deepEqual(await numbers("past"), [
      "10005 Delivered",
      "10004 Completed",
      "10003 Refunded",
      "10002 Canceled",
      "10001 Delivered",
    ]);
    assert.deepEqual(await numbers("open", " OTTO@Shop.Example "), await numbers("open"));
    assert.deepEqual(await numbers("open", erna), ["ES-0022 Processing", "10021 Processing"]);
    assert.deepEqual(await numbers("unpaid", "otto_shop@shop.example"), ["10016 Unpaid"]);
    assert.deepEqual(await numbers("open", quiet), []);
    for (const account of [
      ...["%", "_", "otto", "tto@shop.example", "%@shop.example", "nobody@shop.example"],
      String.raw`otto\@shop.example`,
    ]) {
      const none = await open().shop.orders({ ...list, account });
      assert.equal("kind" in none && none.reason, "user_not_found", account);
    }
  });

  test("reads three hundred orders of an account at most, page by page", async () => {
    const many = Array.from({ length: 350 }, (_, at) => order(String(20_001 + at), "paid/pending"));
    const { shop, fake } = open({}, {}, many);
    const last = await shop.orders({ ...list, page: 15 });
    assert.ok("orders" in last && !last.hasNextPage);
    assert.deepEqual([last.orders.length, last.orders.at(-1)?.order_number], [20, "20051"]);
    assert.equal(fake.asked.filter((one) => one === "orders").length, 3);
  });

  test("finds an order by its number, with and without its #, among all that contain it", async () => {
    const { shop } = open();
    for (const [typed, number] of [
      ["10017", "10017"],
      [" #100170", "100170"],
      ["es-0022", "ES-0022"],
      ["#ES-0022", "ES-0022"],
    ] as const) {
      assert.equal((await orderOf(typed, shop)).order_number, number, typed);
    }
    for (const number of ["1001", "10018", "0022", "%", "ES_0022", "#", otto]) {
      const none = await shop.orders(byNumber(number));
      assert.equal("kind" in none && none.reason, "order_not_found", number);
    }
    const many = Array.from({ length: 60 }, (_, at) => order(String(40_000 + at), "paid/pending"));
    const busy = open({}, {}, [order("4", "paid/shipped"), ...many]);
    assert.equal((await orderOf("4", busy.shop)).order_number, "4");
    assert.deepEqual(busy.fake.asked, ["user/tokens", "setting orders orders"]);
  });

  test("tells amounts with the tax in the prices or beside them, so that they add up", async () => {
    const net = await orderOf("10010");
    assert.deepEqual(net.summary, {
      ...{ subtotal: 50, shipping_cost: 4.95, total_tax: 9.49, total_cost: 59.44 },
    });
    assert.deepEqual([net.adjustments, net.fees], [[{ name: "SPRING", amount: 5 }], undefined]);
    assert.deepEqual(net.elements, [
      {
        ...{ title: "Classic White T-Shirt", subtitle: "White, M", quantity: 2, price: 50 },
        image_url: "https://shop.example/assets/catalog/shirt.jpg",
      },
    ]);
    assert.deepEqual([net.payment_method, net.recipient_name], ["Credit Card", "Otto Normal"]);
    assert.deepEqual(net.address, {
      ...{ street_1: "Hauptstr. 1", city: "Berlin", postal_code: "10115", country: "DE" },
    });
    assert.equal(net.timestamp, String(Date.UTC(2026, 9, 1, 10) / 1_000));
    const gross = await orderOf("10012");
    assert.deepEqual(gross.summary, {
      ...{ subtotal: 59.5, shipping_cost: 5.89, total_tax: 9.64, tax_included: true },
      total_cost: 60.39,
    });
    assert.deepEqual([gross.adjustments, gross.fees], [[{ name: "SPRING", amount: 5 }], undefined]);
    // Without a discount both calculations agree, so the shop's setting decides.
    const { shop } = open({}, { isTaxIncluded: true });
    assert.equal((await orderOf("10014")).summary.tax_included, undefined);
    assert.equal((await orderOf("10014", shop)).summary.tax_included, true);
    assert.equal((await orderOf("10010", shop)).summary.tax_included, undefined);
  });

  test("tells each parcel of an order, and finds one by its number and its label", async () => {
    const { shop } = open();
    const asked = { by: "order", orderNumber: "10011", ...paging } as const;
    const answer = await shop.packages(asked);
    assert.ok("packages" in answer);
    assert.deepEqual(
      answer.packages.map((one) => [one.package_number, one.package_status, one.carrier]),
      [
        ["10011-2", "Out for delivery", "UPS"],
        ["10011-3", "In transit", "dpd"],
      ],
    );
    assert.equal(answer.packages[1]?.tracking_url, "https://dpd.example/DPD-0042");
    assert.deepEqual(
      answer.packages.map((one) => one.product_name),
      ["Classic White T-Shirt", undefined],
    );
    for (const packageNumber of ["#10011-3", "dpd 0042"]) {
      const found = await shop.packages({ by: "package", packageNumber, ...paging });
      assert.deepEqual("packages" in found && found.packages, [answer.packages[1]], packageNumber);
    }
    const arrived = await shop.packages({ ...asked, orderNumber: "10001" });
    assert.ok("packages" in arrived);
    const [parcel] = arrived.packages;
    // In the shop's own zone it was past midnight.
    assert.deepEqual([parcel?.package_status, parcel?.exp_delivery], ["Delivered", "2026-10-05"]);
    const none = await shop.packages({ ...asked, orderNumber: "10010" });
    assert.deepEqual("packages" in none && none.packages, []);
  });

  test("reads the one shipment that an order has before EverShop 2.2", async () => {
    const lacks = ["shipments", "carrierName", "trackingUrl", "phase", "deliveredAt"];
    const one = { carrier: "ups", trackingNumber: "1Z999AA10123456784" };
    const { shop } = open({}, { lacks }, [order("1", "paid/shipped", { shipment: one })]);
    const answer = await shop.packages({ by: "order", orderNumber: "1", ...paging });
    assert.deepEqual("packages" in answer && answer.packages, [
      {
        ...{ order_number: "1", package_number: "1-1" },
        ...{ package_status: "In transit", package_status_code: "in_transit" },
        ...{ product_name: "Classic White T-Shirt", carrier: "ups" },
        tracking_number: "1Z999AA10123456784",
      },
    ]);
  });

  test("a token is asked for once by all who wait, before it ends, and where it was taken back", async () => {
    const { shop, fake, later } = open();
    const tokens = () => fake.asked.filter((one) => one === "user/tokens").length;
    await Promise.all(["10001", "10002", "10003"].map((number) => orderOf(number, shop)));
    assert.equal(tokens(), 1);
    later(14 * 60_000);
    await orderOf("10004", shop);
    assert.equal(tokens(), 2);
    fake.revokeTokens();
    await orderOf("10005", shop);
    assert.equal(tokens(), 3);
  });

  test("asks no more than EverShop takes from one address in a minute", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { shop, fake } = open({}, { left: 1 }, orders, 0);
    await orderOf("10001", shop);
    const asking = ["10002", "10003", "10004"].map((number) => orderOf(number, shop));
    await assert.rejects(asking[2]!, { problem: "throttled" });
    assert.equal(fake.asked.length, 2);
    t.mock.timers.tick(2_000);
    await Promise.all(asking.slice(0, 2));
    assert.equal(fake.asked.length, 4);
  });

  test("check names the shop and an order to try, or what is in the way", async () => {
    assert.deepEqual(await open().shop.check(), {
      isOk: true,
      shop: "Test Shop",
      notes: ["no_read_only_key"],
      sample: { orderNumber: "ES-0022", account: erna },
    });
    const empty = await open({}, {}, []).shop.check();
    assert.deepEqual(empty.isOk && empty.notes, ["no_read_only_key", "no_orders_yet"]);
    const throttled = () =>
      Response.json({ message: "Too many" }, { status: 429, headers: { "retry-after": "9" } });
    const noSecret = () => refuse(400, "JWT secret for admin is not configured");
    const noAccess = () => Response.json({ data: {} });
    const broken: [problem: string, changes: Record<string, string>, vices: Partial<Vices>][] = [
      ["unauthorized", { password: "wrong-for-tests" }, {}],
      ["unauthorized", { email: "nobody@shop.example" }, {}],
      ["unauthorized", {}, { instead: () => refuse(401, "Unauthorized") }],
      ["missing_scope", {}, { instead: () => refuse(403, "Forbidden") }],
      ["broken_answer", {}, { noToken: noSecret }],
      ["not_this_platform", {}, { noToken: noAccess }],
      ["not_this_platform", {}, { lacks: ["orders", "exact", "similar"] }],
      ["not_this_platform", { url: "https://shop.example/" }, {}],
      ["not_this_platform", {}, { instead: page(200) }],
      ["unavailable", {}, { instead: page(503) }],
      ["unavailable", {}, { instead: () => refuse(500, "Cannot return null") }],
      ["throttled", {}, { instead: throttled }],
      ["unreachable", { url: "https://other.example" }, {}],
    ];
    for (const [problem, changes, vices] of broken) {
      const { shop } = open(changes, vices);
      const checked = await shop.check();
      assert.equal(!checked.isOk && checked.problem, problem);
      for (const question of [byNumber("10001"), list]) {
        await assert.rejects(
          async () => shop.orders(question),
          (error: Error) => {
            assert.equal((error as { problem?: string }).problem, problem, error.message);
            assert.doesNotMatch(error.message, /for-tests|meetbot@|nobody|otto|10001/);
            return true;
          },
        );
      }
    }
  });

  test("takes the shop however it was pasted, and an email for an email", () => {
    const configOf = (changes: object) =>
      evershop.readConfig({ url: "https://shop.example", email, password, ...changes });
    for (const [url, site] of [
      ["shop.example/", "https://shop.example"],
      ["https://shop.example/admin/orders", "https://shop.example"],
      ["http://10.0.0.1:3000/api/admin/graphql", "http://10.0.0.1:3000"],
      ["https://shop.example/shop/", "https://shop.example/shop"],
    ]) {
      assert.equal(configOf({ url }).site, site, url);
    }
    const wrong: [changes: object, field: string][] = [
      [{ email: "meetbot" }, "email"],
      [{ email: "" }, "email"],
      [{ password: "" }, "password"],
      [{ url: "ftp://shop.example" }, "url"],
    ];
    for (const [changes, field] of wrong) {
      assert.throws(() => configOf(changes), { field }, JSON.stringify(changes));
    }
  });
});
