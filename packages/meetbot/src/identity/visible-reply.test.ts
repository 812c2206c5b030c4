import assert from "node:assert/strict";
import { test } from "node:test";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { visibleReply } from "./visible-reply.ts";

const expires = Date.UTC(2026, 10, 20);
const reply: OutboundReply = {
  kind: "orders",
  locale: "en",
  orders: [
    {
      level: 1,
      expires,
      item: {
        order_number: "MB7Q2K9XW4TP",
        status: "shipped",
        timestamp: "1763600000",
        elements: [],
      },
    },
  ],
};

test("a stored reply is seen whole while its proof lives", () => {
  const seen = visibleReply(reply, expires - 1);
  assert(seen.kind === "orders");
  assert.equal(seen.orders[0]?.order_number, "MB7Q2K9XW4TP");
});

test("a replay after the proof has ended is cut down to level 0", () => {
  const seen = visibleReply(reply, expires);
  assert(seen.kind === "orders");
  assert.deepEqual(seen.orders[0], {
    order_number: "····W4TP",
    status: "shipped",
  });
});

test("what a version before stored at level 0 loses its moment", () => {
  const order = { order_number: "····W4TP", status: "Shipped on Nov 3", timestamp: "1763600000" };
  const pkg = { order_number: "····", package_status: "Delivered", exp_delivery: "2026-11-03" };
  const stored = { level: 0, expires: null } as const;
  const orders = visibleReply({ ...reply, orders: [{ ...stored, item: order }] }, expires);
  assert(orders.kind === "orders");
  assert.deepEqual(orders.orders, [{ order_number: "····W4TP", status: "on_file" }]);
  const packages = visibleReply(
    { kind: "packages", locale: "en", packages: [{ ...stored, item: pkg }] },
    expires,
  );
  assert(packages.kind === "packages");
  assert.deepEqual(packages.packages, [{ order_number: "····", package_status: "delivered" }]);
});

test("what is cut already is seen as it is, its month too", () => {
  const item = { order_number: "····W4TP", status: "on_file", placed_month: "2026-11" };
  const cut = visibleReply({ ...reply, orders: [{ level: 0, expires: null, item }] }, expires);
  assert(cut.kind === "orders");
  assert.deepEqual(cut.orders, [item]);
});
