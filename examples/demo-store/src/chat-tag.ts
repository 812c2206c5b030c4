import { escapeHtml } from "./html.ts";
import type { Shop } from "./shop.ts";
import type { Visit } from "./visit.ts";
import { vouchFor } from "./vouch.ts";

/** All it takes to have the chat on a page. A shopper's identity is made anew for each page view. */
export function renderChatTag(shop: Shop, { visitor, query, locale }: Visit): string {
  const { chat, identity } = shop;
  if (!chat) return "";
  const { shopper } = visitor;
  const vouched = identity && shopper && vouchFor(shop, identity, shopper.email);
  const attributes = {
    src: `${chat.url}/widget/loader.js`,
    "data-bot": chat.botId,
    ...(vouched && { "data-identity": vouched }),
    ...(locale && { "data-locale": locale }),
    // A link of ours opens the chat: the pages have no script that could.
    ...(query.get("chat") === "open" && { "data-open": "" }),
  };
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
  );
  return `<script async${written.join("")}></script>\n`;
}
