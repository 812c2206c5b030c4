import { serve } from "@hono/node-server";
import { createWebhook, type Order, refuse } from "@meetbot/sdk";
import { Hono } from "hono";

const order: Order = {
  order_number: "MB7K2Q9XW4TP",
  currency: "USD",
  timestamp: "1767225600",
  status: "shipped",
  summary: { subtotal: 50, shipping_cost: 4.95, total_cost: 54.95 },
  elements: [{ title: "Classic White T-Shirt", quantity: 2, price: 50 }],
};

const webhook = createWebhook({
  signingSecret: process.env.MEETBOT_SIGNING_SECRET ?? "",
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

const app = new Hono();
app.post("/webhook", (context) => webhook(context.req.raw));
serve({ fetch: app.fetch, port: Number(process.env.PORT) }, () => console.log("listening"));
