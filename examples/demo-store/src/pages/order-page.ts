import type { Order, Package } from "@meetbot/sdk";
import { formatMoney } from "../catalog/money.ts";
import { renderSentence } from "../chat/chat-buttons.ts";
import { formatDate, formatDay } from "../database/calendar-date.ts";
import type { Shop } from "../database/shop.ts";
import { escapeHtml, toProse } from "../html/html.ts";
import { inLanguage } from "../html/in-language.ts";
import { findAllPackages } from "../orders/find-packages.ts";
import { findStepsFrom } from "../orders/order-steps.ts";
import type { Visit } from "../visits/visit.ts";
import { renderOrderButtons } from "./order-buttons.ts";
import { renderPage } from "./render-page.ts";
import { renderStatus } from "./status-badge.ts";

/** Renders the page that `order_url` links to, for the customer who owns the order. */
export function renderOrderPage(shop: Shop, visit: Visit, order: Order): string {
  const { order_number, status, timestamp, payment_method } = order;
  const path = `/orders/${order_number}`;
  const paidWith = payment_method ? `, paid with ${toProse(payment_method)}` : "";
  const body = `<p class="state">${renderStatus(status)} <span>${formatDate(timestamp)}${paidWith}</span></p>
${renderOrderButtons(order, path)}
${renderQuestion(shop, visit, order)}
<div class="order">
<section aria-labelledby="goods"><h2 id="goods">${toProse("What is in it 商品")}</h2>
${renderSums(order)}</section>
<div>
${renderPackages(findAllPackages(shop, order_number))}
<section aria-labelledby="address"><h2 id="address">${toProse("Ships to 收货地址")}</h2>
<address>${toAddressLines(order).map(toProse).join("<br>")}</address></section>
</div>
</div>
<p><a href="/account">${toProse("All your orders 全部订单")}</a></p>`;
  return renderPage(shop, visit, { title: `Order ${order_number}`, body });
}

function renderQuestion(shop: Shop, visit: Visit, { order_number, status }: Order): string {
  if (!shop.chat) return "";
  const text =
    findStepsFrom(status).length > 0
      ? inLanguage(
          visit,
          "Ask the bot before and after each button: its answer changes at once.",
          "每次点按钮前后都问问机器人，回答会立刻变化。",
        )
      : inLanguage(visit, "Ask the bot about it.", "问问机器人这个订单。");
  return `<div class="note ask"><p>${text}</p>
${renderSentence(shop, `where is my order ${order_number}?`)}</div>`;
}

function renderSums({ elements, summary, adjustments = [], fees = [], currency }: Order): string {
  const row = (label: string, amount: number) =>
    `<tr><td>${toProse(label)}</td><td>${formatMoney(amount, currency)}</td></tr>`;
  return `<table class="sums">
<tbody>
${elements.map(({ quantity, title, price }) => row(`${quantity} × ${title}`, price)).join("\n")}
</tbody>
<tbody>
${adjustments.map(({ name, amount }) => row(name, -amount)).join("\n")}
${fees.map(({ name, amount }) => row(name, amount)).join("\n")}
${row("Shipping 运费", summary.shipping_cost ?? 0)}
${row("Tax 税", summary.total_tax ?? 0)}
</tbody>
<tfoot>${row("Total 合计", summary.total_cost)}</tfoot>
</table>`;
}

function renderPackages(packages: Package[]): string {
  if (packages.length === 0) return "";
  return `<section aria-labelledby="packages"><h2 id="packages">${toProse("Packages 包裹")}</h2>
<ul class="packages">
${packages.map(renderPackage).join("\n")}
</ul></section>`;
}

function renderPackage(pkg: Package): string {
  const { package_number, package_status, carrier, tracking_number, tracking_url } = pkg;
  const number = escapeHtml(tracking_number ?? package_number);
  const track = tracking_url
    ? `<a href="${escapeHtml(tracking_url)}" rel="noreferrer">${number}</a>`
    : number;
  return `<li><strong>${toProse(package_status)}</strong> <span class="quiet">${pkg.exp_delivery ? formatDay(pkg.exp_delivery) : ""}</span><br>
${toProse(pkg.product_name ?? "")}<br>
<span class="quiet">${toProse(carrier ?? "")} ${track}</span></li>`;
}

function toAddressLines({ recipient_name, address = {} }: Order): string[] {
  const { street_1, street_2, city, state, postal_code, country } = address;
  const place =
    country === "CN"
      ? [state, city, postal_code].filter(Boolean).join(" ")
      : [city, state, postal_code].filter(Boolean).join(", ");
  return [recipient_name, street_1, street_2, place, country].filter((line) => line !== undefined);
}
