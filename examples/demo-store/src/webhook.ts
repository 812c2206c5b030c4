import { createWebhook, refuse } from "@meetbot/sdk";
import type { Shop } from "./database/shop.ts";
import { findOrder, findOrdersOfShopper } from "./orders/find-orders.ts";
import { findPackagesByNumber, findPackagesOfOrder } from "./orders/find-packages.ts";

/** Answers Meetbot from the shop's database. This is all a shop has to write. */
export function createShopWebhook(shop: Shop, signingSecret: string) {
  return createWebhook({
    signingSecret,
    capabilities: {
      accounts: ["email"],
      context: ["locale"],
      fields: ["codes", "fees", "refunds", "events", "window"],
    },

    orders(query) {
      if (query.by === "account") {
        return (
          findOrdersOfShopper(shop, { ...query, email: query.account }) ?? refuse.userNotFound()
        );
      }
      const order = findOrder(shop, query.orderNumber);
      return order ? { orders: [order] } : refuse.orderNotFound();
    },

    packages(query) {
      const found =
        query.by === "order" ? findPackagesOfOrder(shop, query) : findPackagesByNumber(shop, query);
      return found ?? refuse.orderNotFound();
    },
  });
}
