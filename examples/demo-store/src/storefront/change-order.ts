import type { Shop } from "../database/shop.ts";
import { type StorePage, toRedirect } from "../html/page.ts";
import { findOwnOrder } from "../orders/find-orders.ts";
import { readOrderStep } from "../orders/order-steps.ts";
import { takeOrderStep } from "../orders/take-order-step.ts";
import { toNotFound, toNotice } from "../pages/render-notice.ts";
import { readReturnPath } from "../visits/return-path.ts";
import type { Visit } from "../visits/visit.ts";

/** Takes the step of a form with an order of the visitor's own. */
export function changeOrder(
  shop: Shop,
  visit: Visit,
  number: string,
  form: URLSearchParams,
): StorePage {
  const order = findOwnOrder(shop, visit.visitor, number);
  const step = readOrderStep(form.get("step"));
  if (!order || !step) return toNotFound(shop, visit);
  if (!takeOrderStep(shop, order.order_number, step)) {
    return toNotice(shop, visit, {
      status: 409,
      title: "Nothing was done 未作更改",
      english: `Order ${order.order_number} is ${order.status}: there is nothing to ${step}.`,
      chinese: `订单 ${order.order_number} 现在的状态不能这样做：${order.status}。`,
    });
  }
  return toRedirect(readReturnPath(form) ?? `/orders/${order.order_number}`);
}
