import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Order } from "@meetbot/protocol";
import fc from "fast-check";
import {
  balance,
  calendarDay,
  classify,
  money,
  orderStatus,
  packageNumber,
  packageStatus,
  page,
  sameAccount,
  slice,
  unixSeconds,
} from "../shop.ts";

const order: Order = {
  order_number: "A-1",
  currency: "USD",
  timestamp: "1767225600",
  status: "Shipped",
  summary: { total_cost: 60 },
  elements: [],
};

describe("sameAccount", () => {
  it("takes case and spaces around an email for nothing, and all else for another account", () => {
    assert.ok(sameAccount(" Otto@Shop.example", "otto@shop.EXAMPLE "));
    for (const other of [
      "o.tto@shop.example",
      "otto+x@shop.example",
      "otto@shop.example.",
      "ött0@shop.example",
      "o%@shop.example",
      "",
    ]) {
      assert.ok(!sameAccount("otto@shop.example", other), other);
    }
    assert.ok(!sameAccount("kim@shop.example", "\u212Aim@shop.example"), "the Kelvin sign");
    assert.ok(!sameAccount(null, "otto@shop.example"));
    assert.ok(!sameAccount("", " "));
  });

  it("takes what stands between the digits of an international phone number for nothing", () => {
    assert.ok(sameAccount("+86 138-1234-5678", "+8613812345678"));
    for (const other of ["13812345678", "+1 381 234 5678", "+86 138 1234 5679"]) {
      assert.ok(!sameAccount(other, "+8613812345678"), other);
    }
  });
});

describe("page", () => {
  it("takes the rows of a page, and says truthfully whether more come", () => {
    const rows = [1, 2, 3, 4, 5];
    assert.deepEqual(slice(rows, { page: 1, limit: 3 }), { rows: [1, 2, 3], hasNextPage: true });
    assert.deepEqual(slice(rows, { page: 2, limit: 3 }), { rows: [4, 5], hasNextPage: false });
    assert.deepEqual(slice(rows, { page: 1, limit: 5 }), { rows, hasNextPage: false });
    assert.deepEqual(slice(rows, { page: 9, limit: 5 }), { rows: [], hasNextPage: false });
    const paged = page([order, order], { page: 1, limit: 1 });
    assert.deepEqual(paged, { orders: [order], hasNextPage: true });
  });
});

describe("classify", () => {
  it("puts an order into one list: over comes before owed, owed before delivered", () => {
    assert.equal(classify({ isDraft: true, isPaid: true }), null);
    assert.equal(classify({ isCanceled: true }), "past");
    assert.equal(classify({ isRefunded: true, isPaid: true }), "past");
    assert.equal(classify({ isDelivered: true }), "unpaid");
    assert.equal(classify({ isPaid: true, isDelivered: true }), "past");
    assert.equal(classify({ isPaid: true }), "open");
    assert.equal(classify({}), "unpaid");
  });
});

describe("money", () => {
  it("reads minor units by the digits of the currency", () => {
    assert.equal(money.fromMinor(4995, "USD"), 49.95);
    assert.equal(money.fromMinor(4995, "JPY"), 4995);
    assert.equal(money.fromMinor("4995", "kwd"), 4.995);
    assert.equal(money.fromMinor(-1, "EUR"), -0.01);
  });

  it("rounds by decimal digits, half away from zero, whatever binary fractions say", () => {
    assert.equal(money.round(1.005, "USD"), 1.01);
    assert.equal(money.round(-1.005, "USD"), -1.01);
    assert.equal(money.round("86.3460", "EUR"), 86.35);
    assert.equal(money.round(1234.5, "JPY"), 1235);
    assert.equal(money.round(1e-7, "USD"), 0);
    assert.ok(Object.is(money.round(-0.001, "USD"), 0));
  });

  it("says that what is no amount is none", () => {
    for (const none of ["", " ", "4,95", Number.NaN, Infinity]) {
      assert.throws(() => money.round(none, "USD"), RangeError);
    }
  });

  it("comes back to the same minor units, for every amount and currency", () => {
    const currency = fc.constantFrom("USD", "JPY", "KWD", "CLF", "XAF");
    const amount = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(currency, amount, (code, minor) => {
        assert.equal(money.toMinor(money.fromMinor(minor, code), code) + 0, minor + 0);
      }),
    );
  });
});

describe("balance", () => {
  const summary = { subtotal: 50, shipping_cost: 4.95, total_tax: 5.05, total_cost: 60 };

  it("leaves an order that adds up, and one without a subtotal, as it is", () => {
    const right = { ...order, summary };
    assert.deepEqual(balance(right), { order: right, missing: 0 });
    assert.deepEqual(balance(order), { order, missing: 0 });
  });

  it("says what is missing to the total, so that the parts come to it", () => {
    const adjustments = [{ name: "SPRING", amount: 10 }];
    const gift = balance({ ...order, summary, adjustments }, { fee: "Gift wrap" });
    assert.equal(gift.missing, 10);
    assert.deepEqual(gift.order.fees, [{ name: "Gift wrap", amount: 10 }]);
    assert.deepEqual(gift.order.adjustments, adjustments);
    const rounded = balance({ ...order, summary: { ...summary, total_cost: 59.99 } });
    assert.deepEqual(rounded.order.adjustments, [{ name: "Discount", amount: 0.01 }]);
  });

  it("adds no tax that lies in the prices", () => {
    const inPrices = { subtotal: 50, total_tax: 7.98, tax_included: true, total_cost: 50 };
    assert.equal(balance({ ...order, summary: inPrices }).missing, 0);
  });

  it("adds up afterwards, whatever the amounts were", () => {
    const cents = fc.integer({ min: 0, max: 1e7 }).map((minor) => minor / 100);
    fc.assert(
      fc.property(cents, cents, cents, cents, cents, (subtotal, ship, tax, off, total) => {
        const told = balance({
          ...order,
          summary: { subtotal, shipping_cost: ship, total_tax: tax, total_cost: total },
          adjustments: [{ name: "Coupon", amount: off }],
        }).order;
        const added = told.fees?.reduce((sum, { amount }) => sum + amount, 0) ?? 0;
        const taken = told.adjustments?.reduce((sum, { amount }) => sum + amount, 0) ?? 0;
        assert.ok(Math.abs(subtotal + ship + tax + added - taken - total) < 1e-6);
        assert.equal(balance(told).missing, 0);
      }),
    );
  });
});

describe("times", () => {
  it("reads an instant however a shop writes it", () => {
    const instant = "1767225600"; // 2026-01-01T00:00:00Z
    for (const written of [
      new Date(1_767_225_600_000),
      1_767_225_600,
      1_767_225_600_000,
      "1767225600",
      "2026-01-01T00:00:00Z",
      "2026-01-01T00:00:00.000",
      "2026-01-01 00:00:00",
      "2026-01-01T08:00:00+08:00",
      "2025-12-31T19:00:00-0500",
      "2026-01-01",
      "Thu, 01 Jan 2026 00:00:00 +0000",
    ]) {
      assert.equal(unixSeconds(written), instant, String(written));
    }
    for (const none of ["", "soon", Number.NaN, new Date("x")]) {
      assert.throws(() => unixSeconds(none), RangeError);
    }
  });

  it("names the day where the customer is, not the one of Greenwich", () => {
    const evening = "2026-11-30T20:30:00Z";
    assert.equal(calendarDay(evening, "Asia/Shanghai"), "2026-12-01");
    assert.equal(calendarDay(evening, "America/New_York"), "2026-11-30");
    assert.equal(calendarDay("2026-11-30", "Asia/Shanghai"), "2026-11-30");
  });
});

describe("packageNumber", () => {
  it("is read back, whatever the order's number looks like", () => {
    for (const number of ["1001", "MB-7K2Q-9X", "#1001"]) {
      const made = packageNumber.make(number, 2);
      assert.deepEqual(packageNumber.parse(` ${made} `), { orderNumber: number, id: "2" });
    }
  });

  it("is none without a dash, or with nothing on a side of it", () => {
    for (const none of ["1Z999AA10123456784", "-2", "1001-", " - ", ""]) {
      assert.equal(packageNumber.parse(none), null, none);
    }
  });
});

describe("statuses", () => {
  it("tell Meetbot's words, or the shop's own, and the code beside them", () => {
    assert.deepEqual(orderStatus("partially_shipped"), {
      status: "Partially shipped",
      status_code: "partially_shipped",
    });
    assert.deepEqual(packageStatus("in_transit", "Bei DHL"), {
      package_status: "Bei DHL",
      package_status_code: "in_transit",
    });
  });
});
