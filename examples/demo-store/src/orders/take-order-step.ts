import type { Currency } from "../catalog/money.ts";
import { inTransaction } from "../database/in-transaction.ts";
import type { Shop } from "../database/shop.ts";
import { newsOfStep } from "./news-of-step.ts";
import { type OrderStep, orderSteps } from "./order-steps.ts";
import { arrivePackages, sendPackages } from "./send-packages.ts";

/** How this shop's orders are paid, by currency. No money moves. */
const paymentMethods: Readonly<Record<Currency, string>> = {
  USD: "Visa 4242",
  CNY: "微信支付",
  JPY: "JCB 4242",
};

/**
 * Pays, ships, delivers or cancels an order. Meetbot gets the change from its next query on. Returns `false` when the
 * order's state does not allow the step; nothing was changed then.
 */
export function takeOrderStep(shop: Shop, number: string, step: OrderStep): boolean {
  const { database, news } = shop;
  const { from, to } = orderSteps[step];
  const isTaken = inTransaction(database, () => {
    const order = database
      .prepare(
        `UPDATE orders SET status = ?
         WHERE number = ? AND status IN (SELECT value FROM json_each(?)) RETURNING currency, shopper_email`,
      )
      .get(to, number, JSON.stringify(from)) as
      | { currency: Currency; shopper_email: string }
      | undefined;
    if (!order) return false;
    if (step === "pay") {
      database
        .prepare("UPDATE orders SET payment_method = ? WHERE number = ?")
        .run(paymentMethods[order.currency], number);
    }
    if (step === "ship") sendPackages(database, number, order.currency);
    if (step === "deliver") arrivePackages(database, number, order.currency);
    // Whatever was being packed stays in the shop.
    if (step === "cancel") {
      database.prepare("DELETE FROM packages WHERE order_number = ?").run(number);
    }
    const told = { number, account: order.shopper_email, step };
    for (const one of news ? newsOfStep(shop, told) : []) news?.add(one);
    return true;
  });
  if (isTaken) news?.send();
  return isTaken;
}
