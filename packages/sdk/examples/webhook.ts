import { createWebhook, type Order, type Package, refuse } from "@meetbot/sdk";
import { classify, page, sameAccount, sameNumber } from "@meetbot/sdk/shop";

// A shop with one order. Put your database in its place; every other file here serves this webhook.
const account = "yilia@meetbot.biz";
const order: Order = {
  order_number: "MB7K2Q9XW4TP",
  currency: "USD",
  timestamp: "1767225600",
  status: "shipped",
  summary: { subtotal: 50, shipping_cost: 4.95, total_cost: 54.95 },
  elements: [{ title: "Classic White T-Shirt", quantity: 2, price: 50 }],
};
const parcel: Package = {
  order_number: order.order_number,
  package_number: "MB7K2Q9XW4TP-1",
  package_status: "In transit",
  carrier: "UPS",
  tracking_number: "1Z999AA10123456784",
};

export const webhook = createWebhook({
  signingSecret: process.env.MEETBOT_SIGNING_SECRET ?? "",
  url: process.env.MEETBOT_WEBHOOK_URL, // its public URL; what was sent to another host is refused
  orders(question) {
    if (question.by === "number") {
      const isKnown = sameNumber(order.order_number, question.orderNumber);
      return isKnown ? { orders: [order] } : refuse.orderNotFound();
    }
    if (!sameAccount(account, question.account)) return refuse.userNotFound();
    const all = classify({ isPaid: true }) === question.filter ? [order] : [];
    return page(all, question);
  },
  packages(question) {
    const isKnown =
      question.by === "order"
        ? sameNumber(parcel.order_number, question.orderNumber)
        : sameNumber(parcel.package_number, question.packageNumber) ||
          sameNumber(parcel.tracking_number, question.packageNumber);
    if (!isKnown) return refuse.orderNotFound();
    return { packages: question.page === 1 ? [parcel] : [] };
  },
});
