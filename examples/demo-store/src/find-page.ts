import { renderAccountPage } from "./account-page.ts";
import { findOrderOfShopper } from "./find-orders.ts";
import type { Shopper } from "./find-shopper.ts";
import { renderHomePage } from "./home-page.ts";
import { renderOrderPage } from "./order-page.ts";
import { type Page, toHtmlPage, toPublicPage, toRedirect } from "./page.ts";
import { drawProduct } from "./product-picture.ts";
import { renderNotice } from "./render-page.ts";
import { readReturnPath, toSignInPath } from "./return-path.ts";
import type { Shop } from "./shop.ts";
import { stylesheet } from "./stylesheet.ts";
import type { IdentityKey } from "./vouch.ts";

/** Somebody opens a page. */
export interface Visit {
  path: string;
  /** What follows the question mark. */
  query: string;
  /** Who is signed in; `null` for a guest. */
  visitor: Shopper | null;
}

const orderPath = /^\/orders\/(\w+)$/;
const picturePath = /^\/products\/([a-z-]+)\.svg$/;

/** What the shop shows at a path. */
export function findPage(shop: Shop, identityKey: IdentityKey | undefined, visit: Visit): Page {
  const { path, query, visitor } = visit;
  if (path === "/") {
    const next = visitor ? null : readReturnPath(new URLSearchParams(query));
    return toHtmlPage(renderHomePage(shop, { visitor, identityKey, next }));
  }
  if (path === "/account") {
    return visitor ? toHtmlPage(renderAccountPage(shop, identityKey, visitor)) : toRedirect("/");
  }
  if (path === "/style.css") return toPublicPage("text/css", stylesheet);
  if (path === "/healthz") return toPublicPage("text/plain", "ok");

  const orderNumber = orderPath.exec(path)?.[1];
  if (orderNumber) return findOrderPage(shop, orderNumber, visit);

  const sku = picturePath.exec(path)?.[1];
  const picture = sku ? drawProduct(shop, sku) : null;
  return picture ? toPublicPage("image/svg+xml", picture) : toNotFound(visitor);
}

/** Tells nobody whether a number that is not theirs exists: a guest is sent to sign in for any. */
function findOrderPage(shop: Shop, number: string, { path, visitor }: Visit): Page {
  if (!visitor) return toRedirect(toSignInPath(path));
  const order = findOrderOfShopper(shop, visitor.email, number);
  return order ? toHtmlPage(renderOrderPage(order, visitor)) : toNotFound(visitor);
}

/** The shop has nothing there for this visitor. */
export function toNotFound(visitor: Shopper | null): Page {
  const text = "There is nothing here, or it is not yours to see.";
  return toHtmlPage(renderNotice("Not found", text, visitor), 404);
}
