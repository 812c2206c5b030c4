import { Hono } from "hono";
import type { Mailbox } from "./mailbox.ts";
import type { DemoMessenger } from "./messenger/open-messenger.ts";
import type { DemoShop } from "./shop/start-shop.ts";

/** The account that visitors of the demo start with: a shopper with orders of every kind. */
export const firstShopper = "yilia@meetbot.biz";

/** The shop; nothing while it is not open yet. */
export type ShopOf = () => DemoShop | undefined;

/**
 * `/demo` opens the shop as a signed-in shopper, `/demo/mailbox` shows the mails, and `/demo/messenger` shows the bot
 * on Messenger if that was requested.
 */
export function createDemoPages(
  mailbox: Mailbox,
  shopOf: ShopOf,
  messenger: DemoMessenger | null,
): Hono {
  const pages = new Hono().route("/mailbox", mailbox.pages);
  if (messenger) pages.route("/messenger", messenger.pages);
  pages.get("/", (c) => {
    const shop = shopOf();
    if (!shop) return c.text("The demo shop is about to open: load this page again.", 503);
    return c.redirect(visitUrl(shop.url, firstShopper), 303);
  });
  return pages;
}

/** Returns the URL that opens the shop as one of its shoppers, or as a guest. */
export function visitUrl(shopUrl: string, as: string): string {
  return `${shopUrl}/demo/visit?as=${as}`;
}
