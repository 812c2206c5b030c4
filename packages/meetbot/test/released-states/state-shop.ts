import type { LookUps } from "@meetbot/sdk";
import type { CgroupScope } from "../fixtures/machine.ts";
import { lookUpsOf, type OwnShop, startOwnShop } from "../fixtures/own-shop.ts";
import { createShopper } from "../fixtures/shopper.ts";

/** What customers of kept states ask for. */
export const answeredOrder = "YILIAA7X93KQ5";
export const waitingOrder = "YILIAB8X93KQ5";

/** Meta's side of the bot, and its page. */
export const app = { id: "1517776481860111", secret: "an app secret" };
export const page = { id: "1029384756", name: "A shop", token: "a page token" };
export const verifyToken = "a verify token";

/**
 * The shop, then and now: it checks what the bot signs. `hangsAt`: an order that it does not answer for; `status`: how
 * far all parcels are.
 */
export function startStateShop(
  scope: CgroupScope,
  { hangsAt, status }: { hangsAt?: string; status: string },
): Promise<OwnShop> {
  const timestamp = String(Math.floor(Date.now() / 1_000) - 86_400);
  const { email, orders, ...shopper } = createShopper("yilia");
  const recent = orders.map((order) => ({ ...order, timestamp }));
  const lookUps = lookUpsOf([{ ...shopper, email, orders: recent }]);
  const slowed: LookUps = {
    orders: (question) =>
      question.by === "number" && question.orderNumber === hangsAt
        ? new Promise(() => {})
        : lookUps.orders(question),
    packages: (question) => {
      const orderNumber =
        question.by === "order" ? question.orderNumber : question.packageNumber.slice(0, -2);
      const parcel = { order_number: orderNumber, package_number: `${orderNumber}-1` };
      return { packages: [{ ...parcel, package_status: status }] };
    },
  };
  return startOwnShop(scope, slowed);
}
