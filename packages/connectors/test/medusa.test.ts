import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { told } from "../../conformance/src/run/run.fixture.ts";
import { connectors } from "../src/index.ts";
import { createFakeMedusa, page, secretKey, type Vices } from "./medusa/fake-medusa.ts";
import { erna, type FakeOrder, orders, otto, quiet } from "./medusa/medusa-orders.ts";
import { testShop } from "./serve-shop.ts";

describe("a shop of Medusa's", () => {
  const { medusa } = connectors;

  function open(
    changes: Record<string, string> = {},
    vices: Partial<Vices> = {},
    shop: readonly FakeOrder[] = orders,
  ) {
    let nowMs = Date.now();
    const fake = createFakeMedusa(shop);
    Object.assign(fake.vices, vices);
    const url = "https://shop.example/backend/app";
    const config = medusa.readConfig({ url, secretKey, ...changes });
    // Advances the clock by a second per reading, so that no limit applies to these queries.
    const now = () => {
      nowMs += 1_000;
      return nowMs;
    };
    return { shop: medusa.connect(config, { fetch: fake.fetch, now }), fake };
  }

  const list = { by: "account", account: otto, filter: "open", page: 1, limit: 20 } as const;
  const byNumber = (orderNumber: string) => ({ by: "number", orderNumber }) as const;
  const paging = { page: 1, limit: 5 };
  type Filter = "open" | "unpaid" | "past";
  async function numbers(filter: Filter, account = otto, from = open().shop) {
    const answer = await from.orders({ ...list, filter, account });
    assert.ok("orders" in answer, account);
    return answer.orders.map((order) => `${order.order_number} ${order.status}`);
  }

  test("keeps every rule of the protocol", async (t) => {
    const { shop } = open();
    const findings = await testShop(t, shop, {
      ...{ account: otto, otherAccount: erna, orderNumber: "11" },
    });
    assert.deepEqual(told(findings), []);
    assert.deepEqual(
      findings.filter(({ status }) => status === "skipped").map(({ rule }) => rule),
      [],
    );
  });

  test("lists an account's orders and nobody else's, each in one list, the newest first", async () => {
    assert.deepEqual(await numbers("open"), [
      "18 Processing",
      "17 Processing",
      "13 Partially delivered",
      "12 Processing",
      "11 Partially shipped",
      "10 Processing",
    ]);
    assert.deepEqual(await numbers("unpaid"), ["15 Unpaid", "14 Unpaid"]);
    assert.deepEqual(await numbers("past"), [
      "6 Partially returned",
      "5 Returned to sender",
      "4 Completed",
      "3 Refunded",
      "2 Canceled",
      "1 Delivered",
    ]);
    assert.deepEqual(await numbers("open", " OTTO@Shop.Example "), await numbers("open"));
    assert.deepEqual(await numbers("open", erna), ["MS-0022 Processing", "21 Processing"]);
    assert.deepEqual(await numbers("open", "work@other.example"), ["17 Processing"]);
    assert.deepEqual(await numbers("open", quiet), []);
    for (const account of [
      "%",
      "otto",
      "tto@shop.example",
      "nobody@shop.example",
      "otto_shop.example",
    ]) {
      const none = await open().shop.orders({ ...list, account });
      assert.equal("kind" in none && none.reason, "user_not_found", account);
    }
  });

  test("reads two hundred orders of an account at most, page by page", async () => {
    const [one] = orders as [FakeOrder];
    const many = Array.from({ length: 350 }, (_, at) => ({
      ...{ ...one, id: `order_m${at}`, display_id: 1_000 + at, email: erna, customer_id: "cus_3" },
      created_at: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
    }));
    const { shop, fake } = open({}, {}, many);
    const last = await shop.orders({ ...list, account: erna, filter: "past", page: 10 });
    assert.ok("orders" in last && !last.hasNextPage);
    assert.equal(last.orders.at(-1)?.order_number, "1150");
    const pages = fake.asked.filter((query) => query.includes("limit=25&"));
    assert.equal(pages.length, 16);
  });

  test("finds an order by its number, with and without its #, among all that contain it", async () => {
    const { shop, fake } = open();
    for (const [typed, number] of [
      ["1", "1"],
      [" #10", "10"],
      ["#101", "101"],
      ["MS-0022", "MS-0022"],
      ["#ms-0022", "MS-0022"],
    ] as const) {
      const answer = await shop.orders(byNumber(typed));
      assert.equal("orders" in answer && answer.orders[0]?.order_number, number, typed);
    }
    // One list for each number, and one order.
    assert.equal(fake.asked.length, 10);
    for (const number of ["16", "22", "10115", "Berlin", otto, "%", "order_1", "#", "../users"]) {
      const none = await shop.orders(byNumber(number));
      assert.equal("kind" in none && none.reason, "order_not_found", number);
    }
  });

  test("finds a short number where a thousand longer ones contain it", async () => {
    const [one] = orders as [FakeOrder];
    const many = Array.from({ length: 1_200 }, (_, at) => {
      const display_id = at + 1;
      return { ...one, id: `order_m${display_id}`, display_id };
    });
    const { shop, fake } = open({}, {}, many);
    for (const number of ["1", "11", "120", "1200"]) {
      const answer = await shop.orders(byNumber(number));
      assert.equal("orders" in answer && answer.orders[0]?.order_number, number);
    }
    assert.equal(fake.asked.length, 8);
  });

  test("tells amounts in whole units of money, so that they add up", async () => {
    const { shop } = open();
    const orderOf = async (number: string) => {
      const answer = await shop.orders(byNumber(number));
      assert.ok("orders" in answer);
      return answer.orders[0]!;
    };
    const net = await orderOf("10");
    assert.equal(net.currency, "EUR");
    assert.deepEqual(net.summary, {
      ...{ subtotal: 50, shipping_cost: 4.95, total_tax: 9.49, total_cost: 59.44 },
    });
    assert.deepEqual([net.adjustments, net.fees], [[{ name: "SPRING", amount: 5 }], undefined]);
    assert.deepEqual(net.elements, [
      {
        ...{ title: "Classic White T-Shirt", subtitle: "M", quantity: 2, price: 50 },
        image_url: "https://shop.example/shirt.jpg",
      },
    ]);
    assert.deepEqual([net.payment_method, net.recipient_name], ["stripe-klarna", "Otto Normal"]);
    assert.deepEqual([net.address?.country, net.address?.street_2], ["DE", undefined]);
    const gross = await orderOf("12");
    assert.deepEqual(gross.summary, {
      ...{ subtotal: 50, shipping_cost: 4.95, total_tax: 8.16, tax_included: true },
      total_cost: 48.95,
    });
    assert.deepEqual([gross.adjustments, gross.fees], [[{ name: "SPRING", amount: 6 }], undefined]);
    assert.equal(gross.elements[0]?.subtitle, undefined);
    assert.equal(gross.payment_method, undefined);
    const refunded = await orderOf("3");
    assert.deepEqual([refunded.summary.total_cost, refunded.adjustments], [65.39, undefined]);
    assert.deepEqual(refunded.refunds, [{ amount: 65.39, status: "refunded" }]);
    const [left] = (await orderOf("6")).elements;
    assert.deepEqual([left?.quantity, left?.price], [1, 25]);
  });

  test("tells each parcel of an order, and finds one by its number and its label", async () => {
    const { shop } = open({ carrier: "UPS", timeZone: "Europe/Berlin" });
    const asked = { by: "order", orderNumber: "11", ...paging } as const;
    const answer = await shop.packages(asked);
    assert.ok("packages" in answer);
    assert.deepEqual(
      answer.packages.map((one) => [one.package_number, one.package_status, one.tracking_number]),
      [
        ["11-2", "In transit", "1Z999AA10987654321"],
        ["11-3", "In transit", "1Z999AA10987654322"],
        ["11-4", "Preparing", undefined],
      ],
    );
    assert.deepEqual(
      answer.packages.map((one) => one.tracking_url),
      [undefined, "https://www.ups.com/track?tracknum=1Z999AA10987654322", undefined],
    );
    assert.deepEqual(
      answer.packages.map(({ carrier }) => carrier),
      ["UPS", "UPS", undefined],
    );
    assert.equal(answer.packages[0]?.product_name, "Classic White T-Shirt");
    for (const packageNumber of ["#11-3", "1z999aa10987654322"]) {
      const found = await shop.packages({ by: "package", packageNumber, ...paging });
      assert.deepEqual("packages" in found && found.packages, [answer.packages[1]], packageNumber);
    }
    const arrived = await shop.packages({ ...asked, orderNumber: "1" });
    assert.ok("packages" in arrived);
    const [parcel] = arrived.packages;
    // In Berlin it was past midnight.
    assert.deepEqual([parcel?.package_status, parcel?.exp_delivery], ["Delivered", "2026-10-05"]);
    const none = await shop.packages({ ...asked, orderNumber: "10" });
    assert.deepEqual("packages" in none && none.packages, []);
  });

  test("check names the shop and an order to try, or what is in the way", async () => {
    assert.deepEqual(await open().shop.check(), {
      isOk: true,
      shop: "Test Shop",
      notes: ["no_read_only_key"],
      sample: { orderNumber: "101", account: "a1@many.example" },
    });
    const empty = await open({}, {}, []).shop.check();
    assert.deepEqual(empty.isOk && empty.notes, ["no_read_only_key", "no_orders_yet"]);
    const throttled = () =>
      Response.json({ message: "Too many" }, { status: 429, headers: { "retry-after": "9" } });
    const broken: [problem: string, changes: Record<string, string>, vices: Partial<Vices>][] = [
      ["unauthorized", { secretKey: "sk_wrong" }, {}],
      ["missing_scope", {}, { instead: () => Response.json({}, { status: 403 }) }],
      ["not_this_platform", { url: "https://shop.example/" }, {}],
      ["not_this_platform", {}, { instead: () => Response.json({ products: [] }) }],
      ["not_this_platform", {}, { instead: page(200) }],
      ["broken_answer", {}, { instead: () => Response.json({}, { status: 400 }) }],
      ["unavailable", {}, { instead: page(503) }],
      ["throttled", {}, { instead: throttled }],
      ["unreachable", { url: "https://other.example" }, {}],
    ];
    for (const [problem, changes, vices] of broken) {
      const { shop } = open(changes, vices);
      const checked = await shop.check();
      assert.equal(!checked.isOk && checked.problem, problem);
      for (const question of [byNumber("1001"), list]) {
        await assert.rejects(
          async () => shop.orders(question),
          (error: Error) => {
            assert.equal((error as { problem?: string }).problem, problem, error.message);
            assert.doesNotMatch(error.message, /sk_|otto|1001/);
            return true;
          },
        );
      }
    }
  });

  test("takes the server however it was pasted, and no key of a storefront", () => {
    const configOf = (changes: object) =>
      medusa.readConfig({ url: "https://shop.example", secretKey, ...changes });
    for (const [url, site] of [
      ["shop.example/", "https://shop.example"],
      ["https://shop.example/app/orders", "https://shop.example"],
      ["http://10.0.0.1:9000/admin/", "http://10.0.0.1:9000"],
      ["https://shop.example/backend/", "https://shop.example/backend"],
    ]) {
      assert.equal(configOf({ url }).site, site, url);
    }
    const wrong: [changes: object, field: string][] = [
      [{ secretKey: "pk_for_storefronts" }, "secretKey"],
      [{ secretKey: "a password" }, "secretKey"],
      [{ secretKey: "password" }, "secretKey"],
      [{ secretKey: "" }, "secretKey"],
      [{ url: "ftp://shop.example" }, "url"],
      [{ timeZone: "Berlin" }, "timeZone"],
    ];
    for (const [changes, field] of wrong) {
      assert.throws(() => configOf(changes), { field }, JSON.stringify(changes));
    }
  });
});
