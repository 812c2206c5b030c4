import type { Order } from "@meetbot/sdk";
import { formatMoney } from "../catalog/money.ts";
import { renderChatCommand } from "../chat/chat-command.ts";
import { vouchFor } from "../chat/vouch.ts";
import { formatDate } from "../database/calendar-date.ts";
import type { Shop } from "../database/shop.ts";
import { escapeHtml, toProse } from "../html/html.ts";
import { inLanguage } from "../html/in-language.ts";
import { findOwnOrders } from "../orders/find-orders.ts";
import type { Shopper } from "../visits/find-shopper.ts";
import type { Visit } from "../visits/visit.ts";
import { unlinkPath } from "./link-page.ts";
import { renderOrderButtons } from "./order-buttons.ts";
import { renderPage } from "./render-page.ts";
import { renderStatus } from "./status-badge.ts";

/** A visitor's orders with what can be done with them; for a shopper, the bot that knows them too. */
export function renderAccountPage(shop: Shop, visit: Visit): string {
  const { shopper } = visit.visitor;
  const orders = findOwnOrders(shop, visit.visitor);
  const body = `<h2>${toProse("Your orders 我的订单")}</h2>
${orders.length > 0 ? `<ul class="orders">\n${orders.map(renderEntry).join("\n")}\n</ul>\n${renderStartOver(visit)}` : renderNoOrders(visit)}
${shopper ? `<h2>${toProse("Ask the bot as yourself 以本人身份提问")}</h2>\n${renderBot(shop, visit, shopper)}\n${renderUnlink(shop, visit)}` : ""}`;
  return renderPage(shop, visit, {
    title: shopper ? `Hello, ${shopper.name}` : "Hello, guest 您好",
    body,
  });
}

function renderEntry(order: Order): string {
  const { order_number, timestamp, status, currency, summary, elements } = order;
  const number = escapeHtml(order_number);
  const pictures = elements.map(
    ({ image_url = "" }) =>
      `<img src="${escapeHtml(new URL(image_url).pathname)}" alt="" width="48" height="48" loading="lazy">`,
  );
  return `<li>
<span class="pictures">${pictures.join("")}</span>
<span class="what"><a href="/orders/${number}">${number}</a>
<span class="quiet">${formatDate(timestamp)}</span></span>
${renderStatus(status)}
<span class="price">${formatMoney(summary.total_cost, currency)}</span>
${renderOrderButtons(order, "/account")}
</li>`;
}

function renderNoOrders(visit: Visit): string {
  const text = inLanguage(
    visit,
    "You have not ordered anything yet. Order something, and ask the bot about it.",
    "您还没有订单。下一单试试，然后问问机器人。",
  );
  return `<p>${text}</p>\n<p><a class="button" href="/#goods">${toProse("To the shelves 去货架")}</a></p>`;
}

function renderStartOver(visit: Visit): string {
  const text = visit.visitor.shopper
    ? inLanguage(
        visit,
        "Your orders become what they were when the shop opened; nobody else's change.",
        "您的订单会恢复到店铺开张时的样子，不影响别人的订单。",
      )
    : inLanguage(
        visit,
        "Your orders are taken back; nobody else's change.",
        "您的订单会全部撤回，不影响别人的订单。",
      );
  return `<form class="over" method="post" action="/start-over">
<button>${toProse("Start over 重新开始")}</button> <span class="quiet">${text}</span>
</form>`;
}

/** Chats outside of the shop are linked on its link page. */
function renderUnlink({ identity, chat }: Shop, visit: Visit): string {
  if (!identity || !chat) return "";
  const text = inLanguage(
    visit,
    "Chats elsewhere, such as in Messenger, no longer show your orders then.",
    "之后，本店之外的聊天（例如 Messenger）不再显示您的订单。",
  );
  return `<form class="over" method="post" action="${unlinkPath}">
<button>${toProse("Unlink my chats 解除聊天关联")}</button> <span class="quiet">${text}</span>
</form>`;
}

const notConnected = `<p>The bot is not connected: this shop has no identity secret to vouch for you
with. Start it with <code>MEETBOT_BOT_ID</code> and <code>MEETBOT_IDENTITY_SECRET</code>.</p>`;

const vouching =
  "The long part is this shop vouching for you. It is valid for a few minutes: load this page again for a new one, and give it to nobody.";

/**
 * The identity is made anew for each page view, for a person to copy and for programs to read. It is
 * base64url with dots between, so there is nothing to escape in the JSON.
 */
function renderBot(shop: Shop, visit: Visit, { email }: Shopper): string {
  if (!shop.identity) return notConnected;
  const identity = vouchFor(shop, shop.identity, email) ?? "";
  return `${renderChatCommand(visit, shop.identity, identity)}
<p>${inLanguage(visit, vouching, "长的那一段是本店为您作的担保，几分钟内有效：刷新本页可得新的，请不要给任何人。")}</p>
<script type="application/json" id="meetbot-identity">${JSON.stringify({ identity })}</script>`;
}
