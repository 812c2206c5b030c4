import { escapeHtml, renderPage } from "./render-page.ts";
import type { Shop } from "./shop.ts";

/** The front door: what this shop is, and as whom its orders can be asked for. */
export function renderHomePage({ database }: Shop): string {
  const shoppers = database
    .prepare(
      `SELECT name, email, count(number) AS orders
       FROM shoppers LEFT JOIN orders ON shopper_email = email
       GROUP BY email ORDER BY orders DESC, email`,
    )
    .all() as unknown as { name: string; email: string; orders: number }[];

  const items = shoppers.map(
    ({ name, email, orders }) =>
      `<li>${escapeHtml(name)}, ${escapeHtml(email)}: ${orders} orders</li>`,
  );
  return renderPage(
    "Lantern Street 灯笼街",
    `<p>A demo shop: nothing here is for sale. Ask the bot about the orders of:</p>
<ul>
${items.join("\n")}
</ul>`,
  );
}
