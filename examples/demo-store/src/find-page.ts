import { renderHomePage } from "./home-page.ts";
import { renderOrderPage } from "./order-page.ts";
import { drawProduct } from "./product-picture.ts";
import type { Shop } from "./shop.ts";

/** Something a browser shows. */
export interface Page {
  type: string;
  body: string;
}

const orderPath = /^\/orders\/(\w+)$/;
const picturePath = /^\/products\/([a-z-]+)\.svg$/;

/** What the shop shows at a path; `null` when there is nothing. */
export function findPage(shop: Shop, path: string): Page | null {
  if (path === "/") return toPage(html, renderHomePage(shop));
  if (path === "/healthz") return toPage("text/plain", "ok");

  const orderNumber = orderPath.exec(path)?.[1];
  if (orderNumber) return toPage(html, renderOrderPage(shop, orderNumber));

  const sku = picturePath.exec(path)?.[1];
  return sku ? toPage("image/svg+xml", drawProduct(shop, sku)) : null;
}

const html = "text/html; charset=utf-8";

function toPage(type: string, body: string | null): Page | null {
  return body === null ? null : { type, body };
}
