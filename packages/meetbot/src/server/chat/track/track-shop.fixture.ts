import type { TestContext } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { newSecret, type Order, type Package } from "@meetbot/protocol";
import { type LookUps, refuse } from "@meetbot/sdk";
import { startMailServer } from "../../../../test/fixtures/mail-server.ts";
import { startOwnShop } from "../../../../test/fixtures/own-shop.ts";
import { createSmtpMailer } from "../../../mail/smtp-mailer.ts";
import { startTestServer } from "../../server.fixture.ts";

export const email = "yilia@meetbot.biz";

/** Hard to guess. */
export const longNumber = "PA7K2Q9XW4TP";
export const shortNumber = "1042";

/** As a carrier's number, which this shop cannot be asked by. */
export const trackingNumber = "1Z999AA10123456784";

export const order: Order = {
  order_number: longNumber,
  recipient_name: "Yilia Chen",
  currency: "USD",
  timestamp: "1795000000",
  status: "shipped",
  summary: { subtotal: 44, shipping_cost: 4, total_cost: 48 },
  elements: [{ title: "Linen Shirt <img src=x onerror=alert(1)>", quantity: 1, price: 44 }],
};

const shortOrder: Order = { ...order, order_number: shortNumber };

export const parcel: Package = {
  order_number: longNumber,
  package_number: "P-8812",
  product_name: "Linen Shirt",
  carrier: "UPS",
  tracking_number: trackingNumber,
  package_status: "Out for delivery",
  exp_delivery: "2099-12-01",
};

/** A shop that knows its parcels by order alone, and one customer by her email. */
export const lookUps: LookUps = {
  orders(question) {
    if (question.by === "number") {
      const found = [order, shortOrder].find((one) => one.order_number === question.orderNumber);
      return found ? { orders: [found] } : refuse.orderNotFound();
    }
    if (question.account !== email) return refuse.userNotFound();
    return { orders: question.filter === "open" ? [order, shortOrder] : [] };
  },
  packages: (question) =>
    question.by === "order" && question.orderNumber === longNumber
      ? { packages: [parcel] }
      : refuse.orderNotFound(),
};

/** A server that sends codes, with bots of such shops. */
export async function startTrackedShops(t: TestContext) {
  const mail = await startMailServer(t);
  const hosts: string[] = [];
  const server = await startTestServer(t, {
    outboundAllow: () => parseAllowList(hosts),
    mailer: createSmtpMailer({
      ...{ url: mail.url, from: "Shop <orders@shop.example>", log: { warn() {} } },
    }),
  });
  return {
    server,
    mail,
    /** The address of the page of another bot, whose shop answers like this. */
    async open(id: string, about: Partial<Bot> = {}, answers: LookUps = lookUps): Promise<string> {
      const shop = await startOwnShop(t, answers);
      hosts.push(new URL(shop.endpoint).host);
      const secrets = { signingSecret: newSecret(), identitySecret: newSecret() };
      const given = { name: "Lantern Street", endpoint: shop.endpoint, pageId: "1", ...about };
      await server.store.bots.create(newBot({ id, ...given }).bot, secrets);
      shop.serve(secrets.signingSecret);
      return `${server.url}/track/${id}`;
    },
  };
}
