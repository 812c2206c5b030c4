import type { Order } from "@meetbot/protocol";
import type { CasesOf } from "../case.ts";
import { flaw } from "../flaws.ts";
import { eachOrder } from "./order-answers.ts";

type AmountRule = "orders.line-prices" | "orders.totals" | "orders.discounts" | "orders.currencies";

/** Half a minor unit of most currencies, and what adding doubles leaves. */
const TOLERANCE = 0.011;

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** Whether a customer who adds up what an order says comes to the same. */
export const orderAmountCases: Pick<CasesOf<"orders">, AmountRule> = {
  "orders.line-prices": eachOrder((order, pointer) => {
    const { elements, summary, currency } = order;
    const isOtherCurrency = elements.some((line) => (line.currency ?? currency) !== currency);
    if (elements.length === 0 || isOtherCurrency) return null;
    const subtotal = summary.subtotal ?? impliedSubtotal(order);
    const sum = round(elements.reduce((total, { price }) => total + price, 0));
    if (isNear(sum, subtotal)) return null;
    const multiplied = elements.reduce((total, line) => total + line.price * line.quantity, 0);
    const isUnitPrice = isNear(multiplied, subtotal);
    if (summary.subtotal === undefined && !isUnitPrice) return null;
    return flaw(
      `${pointer}/elements`,
      `The prices add up to ${sum}, ${summary.subtotal === undefined ? "without shipping, tax and discounts the total" : "the subtotal"} is ${subtotal}.${isUnitPrice ? " Times quantity they fit: unit prices were sent." : ""}`,
      `各行价格之和是 ${sum}，${summary.subtotal === undefined ? "扣除运费、税费和优惠后的总额" : "小计"}是 ${subtotal}。${isUnitPrice ? "乘以数量后相符：发送的是单价。" : ""}`,
    );
  }),

  "orders.totals": eachOrder(({ summary, adjustments = [] }, pointer) => {
    const { subtotal, shipping_cost: shipping, total_tax: tax, total_cost: total } = summary;
    if (subtotal === undefined || shipping === undefined || tax === undefined) return null;
    const discount = adjustments.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
    const sum = round(subtotal + shipping + tax - discount);
    if (isNear(sum, total)) return null;
    return flaw(
      `${pointer}/summary/total_cost`,
      `The amounts add up to ${sum}, total_cost is ${total}.`,
      `各项相加是 ${sum}，total_cost 是 ${total}。`,
    );
  }),

  "orders.discounts": eachOrder(({ adjustments = [] }, pointer) => {
    const at = adjustments.findIndex(({ amount }) => amount < 0);
    if (at < 0) return null;
    const { amount } = adjustments[at]!;
    return flaw(`${pointer}/adjustments/${at}/amount`, `It is ${amount}.`, `它是 ${amount}。`);
  }),

  "orders.currencies": eachOrder(({ currency, elements }, pointer) => {
    const named: [place: string, code: string][] = [
      ["currency", currency],
      ...elements.map((line, at): [string, string] => [
        `elements/${at}/currency`,
        line.currency ?? currency,
      ]),
    ];
    const unknown = named.find(([, code]) => !currencies.has(code));
    if (!unknown) return null;
    const [place, code] = unknown;
    return flaw(`${pointer}/${place}`, `There is no currency ${code}.`, `没有货币 ${code}。`);
  }),
};

/** What the lines should come to where no subtotal is told: a total may hold more, so alone it proves nothing. */
function impliedSubtotal({ summary, adjustments = [] }: Order): number {
  const { shipping_cost: shipping = 0, total_tax: tax = 0, total_cost: total } = summary;
  const discount = adjustments.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
  return round(total - shipping - tax + discount);
}

function round(amount: number): number {
  return Math.round(amount * 1_000) / 1_000;
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE;
}
