import type { Shop } from "../database/shop.ts";
import { escapeHtml } from "../html/html.ts";
import type { Visit } from "../visits/visit.ts";
import { vouchFor } from "./vouch.ts";

/** Where the script of the buttons lies. */
export const chatScriptPath = "/chat.js";

/** Where the worker lies that shows news while the shop is closed in the browser. */
export const newsWorkerPath = "/meetbot-worker.js";

/**
 * All it takes to have the chat on a page, and the script of the buttons that talk to it. A shopper's identity is made anew for each page view.
 */
export function renderChatTag(shop: Shop, { visitor, locale }: Visit): string {
  const { chat, identity, news } = shop;
  if (!chat) return "";
  const { shopper } = visitor;
  const vouched = identity && shopper && vouchFor(shop, identity, shopper.email);
  const attributes = {
    src: `${chat.url}/widget/loader.js`,
    "data-bot": chat.botId,
    ...(vouched && { "data-identity": vouched }),
    ...(locale && { "data-locale": locale }),
    ...(news && { "data-worker": newsWorkerPath }),
  };
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
  );
  return `<script async${written.join("")}></script>
<script defer src="${chatScriptPath}"></script>
`;
}
