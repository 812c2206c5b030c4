import { createWebhook, type Order, refuse } from "@meetbot/sdk";

// A shop with one order. Put your database in its place; every other file here serves this webhook.
const order: Order = {
  order_number: "MB7K2Q9XW4TP",
  currency: "USD",
  timestamp: "1767225600",
  status: "shipped",
  summary: { subtotal: 50, shipping_cost: 4.95, total_cost: 54.95 },
  elements: [{ title: "Classic White T-Shirt", quantity: 2, price: 50 }],
};

export const webhook = createWebhook({
  signingSecret: process.env.MEETBOT_SIGNING_SECRET ?? "",
  url: process.env.MEETBOT_WEBHOOK_URL, // its public URL; what was sent to another host is refused
  orders(question) {
    const isKnown =
      question.by === "account"
        ? question.account === "yilia@meetbot.biz"
        : question.orderNumber === order.order_number;
    if (isKnown) return { orders: [order] };
    return question.by === "account" ? refuse.userNotFound() : refuse.orderNotFound();
  },
  packages() {
    return refuse.orderNotFound();
  },
});
