import { findProducts, type Product } from "../catalog/find-products.ts";
import { renderChatCommand } from "../chat/chat-command.ts";
import type { Shop } from "../database/shop.ts";
import { escapeHtml, toProse } from "../html/html.ts";
import { inLanguage } from "../html/in-language.ts";
import { findUsualDelivery } from "../orders/delivery.ts";
import { readReturnPath } from "../visits/return-path.ts";
import type { Visit } from "../visits/visit.ts";
import { renderPage } from "./render-page.ts";
import { renderShoppers } from "./shopper-list.ts";
import { renderTryIt } from "./try-it.ts";

/** The front door: what can be bought, what to ask the bot, and who can sign in. */
export function renderHomePage(shop: Shop, visit: Visit): string {
  const { shopper } = visit.visitor;
  // The page that a guest asked for and comes back to after signing in.
  const next = shopper ? null : readReturnPath(visit.query);
  const body = `<p class="lead">Tea, cotton and small lights, from one street to both sides of the sea.<br>
${toProse("一条街，两岸灯火。")}</p>
${next ? `<p class="note">${inLanguage(visit, "Sign in to see that page. You come back to it afterwards.", "请先登录再看那一页，登录后会自动返回。")} <a href="#sign-in">${toProse("Choose whom to be 选择身份")}</a></p>` : ""}
${renderTryIt(shop, visit)}
<div class="front">
<section aria-labelledby="goods">
<h2 id="goods">${toProse("The shelves 货架")}</h2>
<ul class="products">
${findProducts(shop, findCurrency(shop, visit)).map(renderProduct).join("\n")}
</ul>
</section>
<aside>
${renderShoppers(shop, visit, next)}
${shopper ? "" : renderTerminal(shop, visit)}
</aside>
</div>`;
  return renderPage(shop, visit, { title: "Lantern Street 灯笼街", body });
}

/** Prices are shown as this visitor pays them. */
export function findCurrency({ database }: Shop, { visitor: { shopper } }: Visit) {
  return shopper ? findUsualDelivery(database, shopper).currency : "USD";
}

function renderProduct({ sku, title, subtitle, price }: Product): string {
  return `<li><a href="/products/${sku}">
<img src="/products/${sku}.svg" alt="" width="200" height="200" loading="lazy">
<span class="title">${toProse(title)}</span>
<span class="quiet">${toProse(subtitle)}</span>
<span class="price">${escapeHtml(price)}</span>
</a></li>`;
}

function renderTerminal({ identity }: Shop, visit: Visit): string {
  return `<details class="panel">
<summary>${toProse("Ask the bot in a terminal 在终端里问")}</summary>
${renderChatCommand(visit, identity)}
</details>`;
}
