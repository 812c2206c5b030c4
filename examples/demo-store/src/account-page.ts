import type { Order } from "@meetbot/sdk";
import { formatDate } from "./calendar-date.ts";
import { renderChatCommand } from "./chat-command.ts";
import { findOwnOrders } from "./find-orders.ts";
import type { Shopper } from "./find-shopper.ts";
import { escapeHtml, toProse } from "./html.ts";
import { formatMoney } from "./money.ts";
import { renderOrderButtons } from "./order-buttons.ts";
import { renderPage } from "./render-page.ts";
import type { Shop } from "./shop.ts";
import { renderStatus } from "./status-badge.ts";
import type { Visit } from "./visit.ts";
import { vouchFor } from "./vouch.ts";

/** A visitor's orders with what can be done with them; for a shopper, the bot that knows them too. */
export function renderAccountPage(shop: Shop, visit: Visit): string {
  const { shopper } = visit.visitor;
  const orders = findOwnOrders(shop, visit.visitor);
  const body = `<h2>${toProse("Your orders 我的订单")}</h2>
${orders.length > 0 ? `<ul class="orders">\n${orders.map(renderEntry).join("\n")}\n</ul>` : "<p>You have not ordered anything yet.</p>"}
${renderStartOver(visit)}
${shopper ? `<h2>${toProse("Ask the bot as yourself 以本人身份提问")}</h2>\n${renderBot(shop, shopper)}` : ""}`;
  return renderPage(shop, visit, { title: shopper ? `Hello, ${shopper.name}` : "Hello", body });
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

function renderStartOver({ visitor: { shopper } }: Visit): string {
  const text = shopper
    ? "Your orders become what they were when the shop opened; nobody else's change."
    : "Your orders are taken back; nobody else's change.";
  return `<form class="over" method="post" action="/start-over">
<button>${toProse("Start over 重新开始")}</button> <span class="quiet">${text}</span>
</form>`;
}

const notConnected = `<p>The bot is not connected: this shop has no identity secret to vouch for you
with. Start it with <code>MEETBOT_BOT_ID</code> and <code>MEETBOT_IDENTITY_SECRET</code>.</p>`;

/**
 * The identity is made anew for each page view, for a person to copy and for programs to read. It is
 * base64url with dots between, so there is nothing to escape in the JSON.
 */
function renderBot(shop: Shop, { email }: Shopper): string {
  if (!shop.identity) return notConnected;
  const identity = vouchFor(shop, shop.identity, email) ?? "";
  return `${renderChatCommand(shop.identity, identity)}
<p>The long part is this shop vouching for you. It is valid for a few minutes: load this page again
for a new one, and give it to nobody.</p>
<script type="application/json" id="meetbot-identity">${JSON.stringify({ identity })}</script>`;
}
