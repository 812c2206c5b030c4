import type { Order } from "@meetbot/protocol";
import { findByNumber } from "../../inspection/find-by-number.ts";
import { broken, kept } from "../../inspection/finding.ts";
import { type Asked, ordersIn } from "../../inspection/known.ts";
import { seen } from "../../inspection/seen.ts";
import { walkLists } from "../../inspection/walk.ts";
import type { CasesOf } from "../case.ts";
import { skipNoOrders } from "./order-answers.ts";

/** So many orders without a single cent are no accident. */
const LEAST_ORDERS = 3;

/** The least amount in cents that is told of: one of anything. */
const LEAST_AMOUNT = 100;

/** Where prices often have no cents, only totals that would all be large say something. */
const largeTotal = 10_000;
const usuallyWithCents = new Set([
  "USD",
  "EUR",
  "GBP",
  "CHF",
  "CAD",
  "AUD",
  "NZD",
  "SGD",
  "PLN",
  "BRL",
]);

/** Whether amounts look like cents. */
export const minorUnitCases: Pick<CasesOf<"orders">, "orders.minor-units"> = {
  async "orders.minor-units"(inspection) {
    const pages = (await walkLists(inspection)).flatMap(({ long }) => long.pages);
    const read = [...pages, ...(await findByNumber(inspection))].filter(
      (asked) => ordersIn(asked).length > 0,
    );
    if (read.length === 0) return skipNoOrders(inspection);
    const byNumber = new Map<string, { order: Order; asked: Asked }>();
    for (const asked of read) {
      for (const order of ordersIn(asked)) byNumber.set(order.order_number, { order, asked });
    }
    const all = [...byNumber.values()].filter(({ order }) => hasCents(order.currency));
    const isSuspect = all.length >= LEAST_ORDERS && all.every(({ order }) => looksLikeCents(order));
    const sents = read.map(({ sent }) => sent);
    if (!isSuspect) return kept(sents);
    const { order, asked } = all[0]!;
    const [count, total] = [all.length, `${order.summary.total_cost} ${order.currency}`];
    return broken(
      [asked.sent],
      seen.text(
        `No amount of ${count} orders has a cent, and none is below ${LEAST_AMOUNT}: ${order.order_number} costs ${total}. Is that meant, or is it counted in cents?`,
        `${count} 个订单的金额全是整数，且没有一个小于 ${LEAST_AMOUNT}：${order.order_number} 的总额是 ${total}。确实如此，还是以分计数的？`,
      ),
    );
  },
};

function hasCents(currency: string): boolean {
  try {
    const format = new Intl.NumberFormat("en", { style: "currency", currency });
    return format.resolvedOptions().maximumFractionDigits === 2;
  } catch {
    return false;
  }
}

/** Whole numbers of a hundred and more throughout, but for what costs nothing. */
function looksLikeCents({ currency, summary, adjustments = [], elements }: Order): boolean {
  const {
    total_cost: total,
    subtotal = 0,
    shipping_cost: shipping = 0,
    total_tax: tax = 0,
  } = summary;
  const more = [...adjustments.map(({ amount }) => amount), ...elements.map(({ price }) => price)];
  const amounts = [total, subtotal, shipping, tax, ...more].map(Math.abs);
  const isLarge = usuallyWithCents.has(currency) ? total >= LEAST_AMOUNT : total >= largeTotal;
  return (
    isLarge &&
    amounts.every((amount) => amount === 0 || (Number.isInteger(amount) && amount >= LEAST_AMOUNT))
  );
}
