import { findOrder } from "./find-orders.ts";
import { escapeHtml, renderPage } from "./render-page.ts";
import type { Shop } from "./shop.ts";

/**
 * The page that `order_url` leads to; `null` when there is no such order. A real shop lets only
 * the signed-in shopper see it; here nobody is real.
 */
export function renderOrderPage(shop: Shop, number: string): string | null {
  const order = findOrder(shop, number);
  if (!order) return null;
  const lines = order.elements.map(
    ({ title, quantity, price }) => `<li>${quantity} × ${escapeHtml(title)}: ${price}</li>`,
  );
  return renderPage(
    `Order ${order.order_number}`,
    `<p>${order.status}, ${order.currency} ${order.summary.total_cost}</p>
<ul>
${lines.join("\n")}
</ul>`,
  );
}
