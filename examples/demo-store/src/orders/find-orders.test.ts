import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { statusesByFilter } from "../catalog/order-status.ts";
import { openDatabase } from "../database/schema.ts";
import { seedDatabase } from "../seed/seed-database.ts";
import { shoppers } from "../seed/shoppers.ts";
import { findOrder, findOrdersOfShopper } from "./find-orders.ts";

const shop = { database: openDatabase(":memory:"), url: "http://127.0.0.1:4500" };
seedDatabase(shop.database, "2026-11-24");

const filters = ["open", "unpaid", "past"] as const;

/** Turns all pages of a list, one after the other. */
function* pagesOf(email: string, filter: (typeof filters)[number], limit: number) {
  for (let page = 1, more = true; more; page += 1) {
    const found = findOrdersOfShopper(shop, { email, filter, page, limit });
    assert.ok(found);
    more = found.hasNextPage;
    yield found.orders;
  }
}

describe("findOrdersOfShopper", () => {
  it("tells each order of each shopper once over all pages, newest first", () => {
    for (const { email, orders } of shoppers) {
      for (const filter of filters) {
        const expected = orders.filter(({ status }) => statusesByFilter[filter].includes(status));
        for (const limit of [1, 3, 10]) {
          const pages = [...pagesOf(email, filter, limit)];
          assert.equal(pages.length, Math.max(1, Math.ceil(expected.length / limit)));
          assert.deepEqual(
            pages.flat().map((order) => order.order_number),
            expected.map(({ number }) => number),
          );
        }
      }
    }
  });

  it("adds up to the smallest coin in the amounts it tells", () => {
    const orders = shoppers.flatMap(({ email }) =>
      filters.flatMap((filter) => [...pagesOf(email, filter, 10)].flat()),
    );
    assert.equal(orders.length, 64);
    for (const order of orders) {
      const { currency, elements, summary, adjustments = [], fees = [], order_number } = order;
      const coins = (amount = 0) => {
        const counted = currency === "JPY" ? amount : amount * 100;
        assert.ok(Math.abs(counted - Math.round(counted)) < 1e-6, order_number);
        return Math.round(counted);
      };
      const sum = (amounts: number[]) => amounts.reduce((total, each) => total + coins(each), 0);
      assert.equal(coins(summary.subtotal), sum(elements.map(({ price }) => price)), order_number);
      assert.equal(
        coins(summary.total_cost),
        sum([summary.subtotal ?? 0, summary.shipping_cost ?? 0, summary.total_tax ?? 0]) +
          sum(fees.map(({ amount }) => amount)) -
          sum(adjustments.map(({ amount }) => amount)),
        order_number,
      );
    }
  });

  it("knows an email with outer spaces and capital letters", () => {
    const asked = { email: " Yilia@Meetbot.BIZ ", filter: "open", page: 1, limit: 3 } as const;
    assert.equal(findOrdersOfShopper(shop, asked)?.orders.length, 3);
  });

  it("finds nothing for a shopper without such orders, and no list for a stranger", () => {
    const asked = { filter: "unpaid", page: 1, limit: 3 } as const;
    const none = { orders: [], hasNextPage: false };
    assert.deepEqual(findOrdersOfShopper(shop, { ...asked, email: "li.wei@example.net" }), none);
    assert.equal(findOrdersOfShopper(shop, { ...asked, email: "nobody@example.com" }), null);
  });
});

describe("findOrder", () => {
  it("tells an order whole", () => {
    assert.deepEqual(findOrder(shop, "1042"), {
      recipient_name: "Yilia Chen",
      order_number: "1042",
      currency: "USD",
      payment_method: "Visa 2345",
      order_url: "http://127.0.0.1:4500/orders/1042",
      timestamp: String(Date.parse("2026-10-22T13:00Z") / 1000),
      status: "delivered",
      status_code: "delivered",
      address: {
        street_1: "480 Lantern Street",
        street_2: "Apt 12",
        city: "San Francisco",
        postal_code: "94105",
        state: "CA",
        country: "US",
      },
      summary: { subtotal: 68, shipping_cost: 4.95, total_tax: 4.24, total_cost: 62.19 },
      adjustments: [{ name: "New Customer Discount", amount: 15 }],
      elements: [
        {
          title: "Classic White T-Shirt",
          subtitle: "Heavy organic cotton, size M",
          quantity: 2,
          price: 50,
          currency: "USD",
          image_url: "http://127.0.0.1:4500/products/white-tshirt.svg",
        },
        {
          title: "Merino Hiking Socks",
          subtitle: "One pair, charcoal",
          quantity: 1,
          price: 18,
          currency: "USD",
          image_url: "http://127.0.0.1:4500/products/wool-socks.svg",
        },
      ],
    });
  });

  it("knows a number in small letters with spaces around, and only the whole number", () => {
    assert.equal(findOrder(shop, " mbwxs75s9878 ")?.order_number, "MBWXS75S9878");
    for (const number of ["MBWXS75S987", "104", "%", ""])
      assert.equal(findOrder(shop, number), null);
  });
});
