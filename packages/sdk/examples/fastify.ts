import { createWebhook, type Order, refuse, toNodeHandler } from "@meetbot/sdk";
import fastify from "fastify";

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

const app = fastify();
const handle = toNodeHandler(webhook);
app.register(async (route) => {
  route.removeAllContentTypeParsers(); // in this scope only: a signature covers raw bytes
  route.addContentTypeParser("*", (_request, _payload, done) => done(null));
  route.post("/webhook", async (request, reply) => {
    reply.hijack();
    await handle(request.raw, reply.raw);
  });
});
app.listen({ port: Number(process.env.PORT) }, () => console.log("listening"));
