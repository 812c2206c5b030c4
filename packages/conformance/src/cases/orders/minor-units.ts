import type { Order } from "@meetbot/protocol";
import { findByNumber } from "../../inspection/find-by-number.ts";
import { broken, kept, softened, type Verdict } from "../../inspection/finding.ts";
import type { Inspection } from "../../inspection/inspection.ts";
import { type Asked, ordersIn } from "../../inspection/known.ts";
import { seen } from "../../inspection/seen.ts";
import { walkLists } from "../../inspection/walk.ts";
import type { CasesOf } from "../case.ts";
import { skipNoOrders } from "./order-answers.ts";
import { isNear, sumPrices } from "./sums.ts";

const CENTS = 100;

/** This many orders without any cents are no coincidence. */
const LEAST_ORDERS = 3;

/** The smallest amount in cents that counts: one whole unit. */
const LEAST_AMOUNT = 100;

/** In currencies whose prices often have no cents, amounts look like cents only if all totals would be large. */
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

/** An order with the answer that contained it. */
interface Read {
  order: Order;
  asked: Asked;
}

/** Whether amounts look like cents. */
export const minorUnitCases: Pick<CasesOf<"orders">, "orders.minor-units"> = {
  async "orders.minor-units"(inspection) {
    const read = await readOrders(inspection);
    if (read.length === 0) return skipNoOrders(inspection);
    const hundredfold = await findHundredfold(inspection);
    if (hundredfold) return hundredfold;
    const all = read.filter(({ order }) => hasCents(order.currency));
    const isSuspect = all.length >= LEAST_ORDERS && all.every(({ order }) => looksLikeCents(order));
    if (!isSuspect) return kept(read.map(({ asked }) => asked.sent));
    const { order, asked } = all[0]!;
    const [count, total] = [all.length, `${order.summary.total_cost} ${order.currency}`];
    return softened(
      broken(
        [asked.sent],
        seen.text(
          `No amount of ${count} orders has a cent, and none is below ${LEAST_AMOUNT}: ${order.order_number} costs ${total}. Is that meant, or is it counted in cents?`,
          `${count} 个订单的金额全是整数，且没有一个小于 ${LEAST_AMOUNT}：${order.order_number} 的总额是 ${total}。确实如此，还是以分计数的？`,
        ),
      ),
    );
  },
};

/** Returns all known orders, each once. */
async function readOrders(inspection: Inspection): Promise<Read[]> {
  const pages = (await walkLists(inspection)).flatMap(({ long }) => long.pages);
  const answers = [...pages, ...(await findByNumber(inspection))];
  const byNumber = new Map(
    answers.flatMap((asked) =>
      ordersIn(asked).map((order): [string, Read] => [order.order_number, { order, asked }]),
    ),
  );
  return [...byNumber.values()];
}

/** Finds summaries that are a hundred times the sum of the lines, or the reverse, in every order: no coincidence. */
export async function findHundredfold(inspection: Inspection): Promise<Verdict | null> {
  const all = (await readOrders(inspection)).filter(({ order }) => showsUnit(order));
  const [first] = all;
  if (!first) return null;
  const isTimes = (times: number) =>
    all.every(({ order }) => isNear(order.summary.subtotal! * times, sumPrices(order)));
  const [isSummary, isLines] = [isTimes(1 / CENTS), isTimes(CENTS)];
  if (!isSummary && !isLines) return null;
  const { order, asked } = first;
  const [subtotal, sum] = [order.summary.subtotal, sumPrices(order)];
  const at = ordersIn(asked).indexOf(order);
  return broken(
    [asked.sent],
    seen.text(
      `${isSummary ? "Each summary is" : "The prices of all lines are"} in cents: the subtotal of ${order.order_number} is ${subtotal}, and its lines come to ${sum}.`,
      `每个订单的${isSummary ? "汇总" : "各行价格"}都以分计数：${order.order_number} 的小计是 ${subtotal}，各行合计是 ${sum}。`,
    ),
    `/orders/${at}/summary/subtotal`,
  );
}

/** Checks whether an order shows the unit of its lines and of its summary: it has both, in a currency with cents. */
function showsUnit(order: Order): boolean {
  const { currency, elements, summary } = order;
  const isOneCurrency = elements.every((line) => (line.currency ?? currency) === currency);
  return hasCents(currency) && isOneCurrency && (summary.subtotal ?? 0) > 0 && sumPrices(order) > 0;
}

function hasCents(currency: string): boolean {
  try {
    const format = new Intl.NumberFormat("en", { style: "currency", currency });
    return format.resolvedOptions().maximumFractionDigits === 2;
  } catch {
    return false;
  }
}

/** Checks whether all amounts, except zeros, are whole numbers of at least 100. */
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
