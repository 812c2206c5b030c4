import type { Shop } from "../database/shop.ts";
import { type StorePage, toRedirect } from "../html/page.ts";
import { findUsualDelivery, toDemoDelivery } from "../orders/delivery.ts";
import { type Purchase, placeOrder, readPurchase } from "../orders/place-order.ts";
import { toNotFound, toNotice } from "../pages/render-notice.ts";
import { toSessionCookie } from "../visits/session-cookie.ts";
import type { Sessions } from "../visits/sessions.ts";
import type { Kept, Visit } from "../visits/visit.ts";
import { admitGuest, readGuest } from "./admit-guest.ts";

/** A guest's session knows so many of the orders placed in it: the newest. */
const maxGuestOrders = 20;

/** Places the order that a form asks for and leads to its page. */
export function buy(
  shop: Shop,
  sessions: Sessions<Kept>,
  visit: Visit,
  form: URLSearchParams,
): StorePage {
  const purchase = readPurchase(form);
  if (!purchase) return toNotFound(shop, visit);
  const { shopper } = visit.visitor;
  if (!shopper) return buyAsGuest(shop, sessions, visit, form, purchase);
  const delivery = findUsualDelivery(shop.database, shopper);
  return toRedirect(`/orders/${placeOrder(shop, shopper.email, purchase, delivery)}`);
}

function buyAsGuest(
  shop: Shop,
  sessions: Sessions<Kept>,
  visit: Visit,
  form: URLSearchParams,
  purchase: Purchase,
): StorePage {
  const guest = readGuest(form);
  if (!guest) {
    return toNotice(shop, visit, {
      status: 400,
      title: "Who is it for? 给谁的？",
      english: "An order needs an email such as you@example.com and a name. Go back and try again.",
      chinese: "下单需要邮箱（如 you@example.com）和姓名。请返回重试。",
    });
  }
  if (!admitGuest(shop.database, guest)) {
    return toNotice(shop, visit, {
      status: 409,
      title: "This email has an account 邮箱已有账户",
      english: "A shopper has this email. Sign in on the front page, or take another email.",
      chinese: "有顾客用了这个邮箱。请在首页登录，或换一个邮箱。",
    });
  }
  const number = placeOrder(shop, guest.email, purchase, toDemoDelivery(guest.name));
  const guestOrders = [number, ...visit.visitor.guestOrders].slice(0, maxGuestOrders);
  sessions.end(visit.sessionId);
  return toRedirect(`/orders/${number}`, toSessionCookie(sessions.start({ guestOrders })));
}
