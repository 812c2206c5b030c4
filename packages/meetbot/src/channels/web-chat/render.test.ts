import assert from "node:assert/strict";
import { test } from "node:test";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { visibleReply } from "../../identity/visible-reply.ts";
import { render } from "./render.ts";

const order = {
  order_number: "12345678902",
  currency: "EUR",
  timestamp: "1428444852",
  status: "Expédiée",
  summary: { total_cost: 5 },
  elements: [],
  parcel: { package_status: "En cours de livraison" },
};

/** As versions before stored it: with what the shop wrote alone. */
const stored: OutboundReply = {
  kind: "orders",
  locale: "en",
  orders: [{ level: 1, expires: 1000, item: order }],
};

const shipped = { stage: "shipped", language: "fr" };

test("what the words of a stored status tell is sent beside them, and they stand as they were", () => {
  const sent = render(visibleReply(stored, 0));
  assert.deepEqual(sent, {
    kind: "orders",
    locale: "en",
    orders: [
      {
        ...order,
        known_stage: shipped,
        parcel: {
          package_status: "En cours de livraison",
          known_stage: { stage: "out_for_delivery", language: "fr" },
        },
      },
    ],
  });
});

test("of what is hidden by now no more is sent than its masked status tells", () => {
  const out = { ...order, status: "En cours de livraison" };
  const reply: OutboundReply = { ...stored, orders: [{ level: 1, expires: 1000, item: out }] };
  assert.deepEqual(render(visibleReply(reply, 2000)), {
    kind: "orders",
    locale: "en",
    orders: [
      {
        order_number: "····",
        status: "shipped",
        known_stage: { stage: "shipped", language: "en" },
      },
    ],
  });
});

test("packages have it too, and what is not surely known has none", () => {
  const packages = ["Livrée", "Retenu en douane"].map((package_status) => ({
    level: 1 as const,
    expires: null,
    item: { package_number: "P1", package_status },
  }));
  const sent = render(visibleReply({ kind: "packages", locale: "en", packages }, 0));
  assert.deepEqual(sent.kind === "packages" && sent.packages, [
    {
      package_number: "P1",
      package_status: "Livrée",
      known_stage: { stage: "delivered", language: "fr" },
    },
    { package_number: "P1", package_status: "Retenu en douane" },
  ]);
});
