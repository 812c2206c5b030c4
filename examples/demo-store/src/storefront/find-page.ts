import { findProduct } from "../catalog/find-products.ts";
import { drawProduct } from "../catalog/product-picture.ts";
import { chatScript } from "../chat/chat-script.ts";
import { chatScriptPath, newsWorkerPath } from "../chat/chat-tag.ts";
import type { Shop } from "../database/shop.ts";
import { icon } from "../html/icon.ts";
import {
  type StorePage,
  toHtmlPage,
  toPublicPage,
  toRedirect,
  toWorkerPage,
} from "../html/page.ts";
import { stylesheet } from "../html/stylesheet.ts";
import { findOwnOrder } from "../orders/find-orders.ts";
import { renderAccountPage } from "../pages/account-page.ts";
import { findCurrency, renderHomePage } from "../pages/home-page.ts";
import { linkPath, toLinkPage } from "../pages/link-page.ts";
import { renderOrderPage } from "../pages/order-page.ts";
import { renderProductPage } from "../pages/product-page.ts";
import { toNotFound } from "../pages/render-notice.ts";
import { toSignInPath } from "../visits/return-path.ts";
import type { Visit } from "../visits/visit.ts";

const orderPath = /^\/orders\/(\w+)$/;
const picturePath = /^\/products\/([a-z-]+)\.svg$/;
const productPath = /^\/products\/([a-z-]+)$/;

/** What the shop shows at a path. */
export function findPage(shop: Shop, visit: Visit): StorePage {
  const { path, visitor } = visit;
  if (path === "/") return toHtmlPage(renderHomePage(shop, visit));
  if (path === "/account") {
    const hasAccount = visitor.shopper || visitor.guestOrders.length > 0;
    return hasAccount ? toHtmlPage(renderAccountPage(shop, visit)) : toRedirect("/");
  }
  if (path === linkPath) return toLinkPage(shop, visit);
  if (path === "/style.css") return toPublicPage("text/css", stylesheet);
  if (shop.chat && path === chatScriptPath) return toPublicPage("text/javascript", chatScript);
  if (shop.chat && shop.news && path === newsWorkerPath) {
    return toWorkerPage(`${shop.chat.url}/widget/news-worker.js`);
  }
  if (path === "/icon.svg") return toPublicPage("image/svg+xml", icon);
  if (path === "/healthz") return toPublicPage("text/plain", "ok");

  const orderNumber = orderPath.exec(path)?.[1];
  if (orderNumber) return findOrderPage(shop, orderNumber, visit);

  const sku = productPath.exec(path)?.[1];
  const product = sku && findProduct(shop, findCurrency(shop, visit), sku);
  if (product) return toHtmlPage(renderProductPage(shop, visit, product));

  const drawn = picturePath.exec(path)?.[1];
  const picture = drawn ? drawProduct(drawn) : null;
  return picture ? toPublicPage("image/svg+xml", picture) : toNotFound(shop, visit);
}

/** Tells nobody whether a number that is not theirs exists: a guest is sent to sign in for any. */
function findOrderPage(shop: Shop, number: string, visit: Visit): StorePage {
  const order = findOwnOrder(shop, visit.visitor, number);
  if (order) return toHtmlPage(renderOrderPage(shop, visit, order));
  return visit.visitor.shopper ? toNotFound(shop, visit) : toRedirect(toSignInPath(visit.path));
}
