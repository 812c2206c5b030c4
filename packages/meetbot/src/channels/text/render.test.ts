import assert from "node:assert/strict";
import { test } from "node:test";
import { keepsRenderContract } from "../channel.contract.ts";
import { render } from "./render.ts";

keepsRenderContract("text", (reply) => render(reply, { timeZone: "UTC" }));

test("what the shop wrote says so on a line of its own, and its pages stand below", () => {
  const links = [{ title: "Rücksendung", url: "https://shop.example/returns" }];
  const reply = { kind: "text", locale: "de", text: "30 Tage.", ofShop: true, links } as const;
  assert.equal(
    render(reply, { timeZone: "UTC" }),
    "Vom Shop:\n30 Tage.\n→ Rücksendung: https://shop.example/returns",
  );
});

test("an order reads as a receipt: line totals as they are, discounts subtracted", () => {
  const text = render(
    {
      kind: "orders",
      locale: "en",
      orders: [
        {
          order_number: "12345678902",
          currency: "USD",
          timestamp: "1428444852",
          status: "unpaid",
          summary: { subtotal: 75, shipping_cost: 4.95, total_tax: 6.19, total_cost: 56.14 },
          adjustments: [{ name: "New Customer Discount", amount: 20 }],
          elements: [{ title: "Classic White T-Shirt", quantity: 2, price: 50 }],
        },
      ],
      choices: [{ title: "Where is it?", payload: "token" }],
    },
    { timeZone: "UTC" },
  );
  assert.equal(
    text,
    [
      "Order 12345678902 · awaiting payment · placed Apr 7, 2015",
      "  2 × Classic White T-Shirt  $50.00",
      "  Subtotal  $75.00",
      "  New Customer Discount  −$20.00",
      "  Shipping  $4.95",
      "  Tax  $6.19",
      "  Total  $56.14",
      "[1] Where is it?",
    ].join("\n"),
  );
});

test("what little may be seen of an order and a package is told in the reader's language", () => {
  const orders = [
    { order_number: "····", status: "shipped", placed_month: "2026-11" },
    { order_number: "····", status: "on_file" },
  ];
  const packages = [
    { order_number: "····", package_status: "shipped" },
    { order_number: "····", package_status: "on_file" },
  ];
  const draw = (locale: "en" | "zh") =>
    [
      render({ kind: "orders", locale, orders }, { timeZone: "Asia/Shanghai" }),
      render({ kind: "packages", locale, packages }, { timeZone: "Asia/Shanghai" }),
    ].join("\n");
  assert.equal(
    draw("en"),
    [
      "1. Order ···· · shipped · placed in November 2026",
      "2. Order ···· · on file",
      "Package of order ···· · shipped",
      "Package of order ···· · on file",
    ].join("\n"),
  );
  assert.equal(
    draw("zh"),
    [
      "1. 订单 ···· · 已发货 · 2026年11月下单",
      "2. 订单 ···· · 已登记",
      "订单 ···· 的包裹 · 已发货",
      "订单 ···· 的包裹 · 已登记",
    ].join("\n"),
  );
});

test("what a person typed begins with their name, in the reader's language", () => {
  const said = { kind: "text", text: "{name}, it leaves today.", person: { name: "Ada" } } as const;
  const read = (locale: "en" | "zh") => render({ ...said, locale }, { timeZone: "UTC" });
  assert.equal(read("en"), "Ada: {name}, it leaves today.");
  assert.equal(read("zh"), "Ada：{name}, it leaves today.");
});
