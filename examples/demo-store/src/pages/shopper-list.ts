import type { Shop } from "../database/shop.ts";
import { escapeHtml, toProse } from "../html/html.ts";
import { inLanguage } from "../html/in-language.ts";
import type { Shopper } from "../visits/find-shopper.ts";
import type { Visit } from "../visits/visit.ts";

/** Everybody one can be here. `next` is the page to come back to after signing in. */
export function renderShoppers(shop: Shop, visit: Visit, next: string | null): string {
  const entries = findEntries(shop).map((entry) => renderEntry(entry, next, visit.visitor.shopper));
  return `<section class="panel" aria-labelledby="sign-in">
<h2 id="sign-in">${toProse("Sign in 登录")}</h2>
<p>${inLanguage(visit, "There are no passwords here: choose whom to be.", "这里没有密码：想做谁就选谁。")}</p>
<ul class="shoppers">
${entries.join("\n")}
</ul>
</section>`;
}

interface Entry extends Shopper {
  orders: number;
}

function findEntries({ database }: Shop): Entry[] {
  return database
    .prepare(
      `SELECT name, email, count(number) AS orders
       FROM members LEFT JOIN orders ON shopper_email = email
       GROUP BY email ORDER BY orders DESC, email`,
    )
    .all() as unknown as Entry[];
}

function renderEntry(
  { name, email, orders }: Entry,
  next: string | null,
  shopper: Shopper | null,
): string {
  const back = next ? `<input type="hidden" name="next" value="${escapeHtml(next)}">` : "";
  const choice =
    email === shopper?.email
      ? `<strong class="quiet">${toProse("This is you 是你")}</strong>`
      : `<form method="post" action="/login">${back}
<button name="email" value="${escapeHtml(email)}">Sign in as ${escapeHtml(name)}</button></form>`;
  return `<li>
<span>${toProse(name)} <span class="quiet">${toProse(countOrders(orders))}</span><br><span class="quiet">${escapeHtml(email)}</span></span>
${choice}
</li>`;
}

function countOrders(orders: number): string {
  if (orders === 0) return "no orders yet 暂无订单";
  return `${orders} ${orders === 1 ? "order" : "orders"} 订单`;
}
