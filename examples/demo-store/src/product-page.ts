import type { Product } from "./find-products.ts";
import { escapeHtml, toProse } from "./html.ts";
import { maxQuantity } from "./place-order.ts";
import { renderPage } from "./render-page.ts";
import type { Shop } from "./shop.ts";
import type { Visit } from "./visit.ts";

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
<p class="quiet">${shopper ? `It goes to the address of ${toProse(shopper.name)}'s newest order.` : guestTerms} It is unpaid at first: you pay, ship and deliver it yourself, and watch what the bot says.</p>
</div>
</div>
<p><a href="/">Back to the shelves</a></p>`;
  return renderPage(shop, visit, { title, body });
}

const guestFields = `<label>${toProse("Email 邮箱")}
<input name="email" type="email" autocomplete="email" placeholder="you@example.com" maxlength="254" required></label>
<label>${toProse("Name 姓名")}
<input name="name" autocomplete="name" maxlength="60" required></label>`;

const guestTerms =
  'Or <a href="/#sign-in">sign in</a>. Nothing is mailed but codes, into the demo\'s own mailbox.';
