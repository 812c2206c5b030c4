import assert from "node:assert/strict";
import { test } from "node:test";
import type { OutboundReply } from "../model/reply.ts";
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
    timestamp: "1763600000",
  });
});
