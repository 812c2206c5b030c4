import type { Order } from "@meetbot/sdk";
import { formatDate } from "./calendar-date.ts";
import type { Shopper } from "./find-shopper.ts";
import { formatMoney } from "./money.ts";
import { escapeHtml, renderPage } from "./render-page.ts";

/** The page that `order_url` leads to, for the shopper whose order it is. */
export function renderOrderPage(order: Order, shopper: Shopper): string {
  const { order_number, status, timestamp, payment_method } = order;
  const paidWith = payment_method ? `, paid with ${escapeHtml(payment_method)}` : "";
  const body = `<p>${formatDate(timestamp)}: ${escapeHtml(status)}${paidWith}</p>
${renderSums(order)}
<h2>Ships to</h2>
<address>${toAddressLines(order).map(escapeHtml).join("<br>")}</address>
<p><a href="/account">All your orders</a></p>`;
  return renderPage(`Order ${order_number}`, body, shopper);
}

function renderSums({ elements, summary, adjustments = [], currency }: Order): string {
  const row = (label: string, amount: number) =>
    `<tr><td>${escapeHtml(label)}</td><td>${formatMoney(amount, currency)}</td></tr>`;
  return `<table class="sums">
<tbody>
${elements.map(({ quantity, title, price }) => row(`${quantity} × ${title}`, price)).join("\n")}
</tbody>
<tbody>
${adjustments.map(({ name, amount }) => row(name, -amount)).join("\n")}
${row("Shipping", summary.shipping_cost ?? 0)}
${row("Tax", summary.total_tax ?? 0)}
</tbody>
<tfoot>${row("Total", summary.total_cost)}</tfoot>
</table>`;
}

function toAddressLines({ recipient_name, address = {} }: Order): string[] {
  const { street_1, street_2, city, state, postal_code, country } = address;
  const place = [city, state, postal_code].filter(Boolean).join(", ");
  return [recipient_name, street_1, street_2, place, country].filter((line) => line !== undefined);
}
