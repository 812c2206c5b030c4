import { formatDate } from "./calendar-date.ts";
import { renderChatCommand } from "./chat-command.ts";
import { findAllOrders } from "./find-orders.ts";
import type { Shopper } from "./find-shopper.ts";
import { formatMoney } from "./money.ts";
import { escapeHtml, renderPage } from "./render-page.ts";
import type { Shop } from "./shop.ts";
import { type IdentityKey, vouchFor } from "./vouch.ts";

/** What a shopper who is signed in sees: their orders, and the bot that knows who they are. */
export function renderAccountPage(
  shop: Shop,
  identityKey: IdentityKey | undefined,
  shopper: Shopper,
): string {
  const body = `<h2>Your orders</h2>
${renderOrders(shop, shopper)}
<h2>Ask the bot as yourself</h2>
${identityKey ? renderBot(shop, identityKey, shopper) : notConnected}`;
  return renderPage(`Hello, ${shopper.name}`, body, shopper);
}

function renderOrders(shop: Shop, { email }: Shopper): string {
  const rows = findAllOrders(shop, email).map(
    ({ order_number, timestamp, status, currency, summary }) => {
      const number = escapeHtml(order_number);
      return `<tr><td><a href="/orders/${number}">${number}</a></td><td>${formatDate(timestamp)}</td>
<td>${escapeHtml(status)}</td><td>${formatMoney(summary.total_cost, currency)}</td></tr>`;
    },
  );
  if (rows.length === 0) return "<p>You have not ordered anything yet.</p>";
  return `<table class="orders">
<thead><tr><th>Number</th><th>Date</th><th>Status</th><th>Total</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

const notConnected = `<p>The bot is not connected: this shop has no identity secret to vouch for you
with. Start it with <code>MEETBOT_BOT_ID</code> and <code>MEETBOT_IDENTITY_SECRET</code>.</p>`;

/**
 * The identity is made anew for each page view, for a person to copy and for a chat to read. It is
 * base64url with dots between, so there is nothing to escape in the JSON.
 */
function renderBot(shop: Shop, identityKey: IdentityKey, { email }: Shopper): string {
  const identity = vouchFor(shop, identityKey, email) ?? "";
  return `${renderChatCommand(identityKey, identity)}
<p>The long part is this shop vouching for you. It is valid for a few minutes: load this page again
for a new one, and give it to nobody.</p>
<script type="application/json" id="meetbot-identity">${JSON.stringify({ identity })}</script>`;
}
