import type { Product } from "../catalog/find-products.ts";
import type { Shop } from "../database/shop.ts";
import { escapeHtml, toProse } from "../html/html.ts";
import { inLanguage } from "../html/in-language.ts";
import { findUsualDelivery } from "../orders/delivery.ts";
import { maxQuantity } from "../orders/place-order.ts";
import type { Shopper } from "../visits/find-shopper.ts";
import type { Visit } from "../visits/visit.ts";
import { renderPage } from "./render-page.ts";

/** One product, and the form that orders it. */
export function renderProductPage(shop: Shop, visit: Visit, product: Product): string {
  const { sku, title, subtitle, price } = product;
  const { shopper } = visit.visitor;
  const numbers = Array.from({ length: maxQuantity }, (_, index) => index + 1);
  const body = `<div class="product">
<img src="/products/${sku}.svg" alt="" width="200" height="200">
<div>
<p class="lead">${toProse(subtitle)}</p>
<p class="price">${escapeHtml(price)}</p>
<form class="fields" method="post" action="/orders">
<label>${toProse("Quantity 数量")}
<select name="quantity">${numbers.map((number) => `<option>${number}</option>`).join("")}</select></label>
${shopper ? "" : guestFields}
<button class="strong" name="sku" value="${sku}">${toProse("Order 下单")}</button>
</form>
<p class="quiet">${shopper ? renderDestination(shop, visit, shopper) : renderGuestTerms(visit)}</p>
<p class="quiet">${inLanguage(visit, whatFollows, "新订单是待付款的：在订单页上由您自己付款、发货和送达，每一步后机器人马上就知道。")}</p>
</div>
</div>
<p><a href="/">${toProse("Back to the shelves 返回货架")}</a></p>`;
  return renderPage(shop, visit, { title, body });
}

const guestFields = `<label>${toProse("Email 邮箱")}
<input name="email" type="email" autocomplete="email" placeholder="you@example.com" maxlength="254" required></label>
<label>${toProse("Name 姓名")}
<input name="name" autocomplete="name" maxlength="60" required></label>`;

const whatFollows =
  "The order is unpaid at first: on its page you pay, ship and deliver it yourself, and the bot knows of each step at once.";

function renderGuestTerms(visit: Visit): string {
  const terms = inLanguage(
    visit,
    "You need no account, and email and name may be made up: mails with codes stay in the demo's own mailbox.",
    "不需要账户，邮箱和姓名都可以虚构：带验证码的邮件只会到演示邮箱。",
  );
  return `${terms} <a href="/#sign-in">${toProse("Or sign in 或登录")}</a>`;
}

function renderDestination({ database }: Shop, visit: Visit, shopper: Shopper): string {
  const { recipient, street_1, city } = findUsualDelivery(database, shopper);
  return inLanguage(
    visit,
    `It goes to ${recipient} · ${street_1} · ${city}`,
    `寄往：${recipient} · ${city} · ${street_1}`,
  );
}
