import { type Currency, toMajorUnits } from "../catalog/money.ts";
import { products, type Sku } from "../catalog/products.ts";
import { inTransaction } from "../database/in-transaction.ts";
import type { Shop } from "../database/shop.ts";
import type { Delivery } from "./delivery.ts";
import { insertOrder } from "./insert-order.ts";
import { newOrderNumber } from "./new-number.ts";
import { newsOfPlaced } from "./news-of-step.ts";
import { priceOrder } from "./price-order.ts";

/** What somebody wants of one product. */
export interface Purchase {
  sku: Sku;
  quantity: number;
}

/** What shipping costs below a worth of goods, in major units; from there on it is free. */
const shippingTerms: Readonly<Record<Currency, { cost: number; freeFrom: number }>> = {
  USD: { cost: 4.95, freeFrom: 60 },
  CNY: { cost: 12, freeFrom: 300 },
  JPY: { cost: 660, freeFrom: 8000 },
};

/** Most pieces in one order. */
export const maxQuantity = 5;

/** Reads what a form orders; `null`: no such product, or no such number of it. */
export function readPurchase(form: URLSearchParams): Purchase | null {
  const sku = form.get("sku") ?? "";
  const quantity = Number(form.get("quantity") ?? 1);
  const isValid = Number.isInteger(quantity) && quantity >= 1 && quantity <= maxQuantity;
  return Object.hasOwn(products, sku) && isValid ? { sku: sku as Sku, quantity } : null;
}

/** Places an unpaid order for the shopper or guest with an email; the result is its number. */
export function placeOrder(
  shop: Shop,
  email: string,
  { sku, quantity }: Purchase,
  { currency, ...address }: Delivery,
): string {
  const terms = { currency, lines: { [sku]: quantity }, shipping: 0 };
  const goods = toMajorUnits(priceOrder(terms).subtotal, currency);
  const { cost, freeFrom } = shippingTerms[currency];
  const priced = priceOrder({ ...terms, shipping: goods < freeFrom ? cost : 0 });
  const number = newOrderNumber();
  const facts = {
    number,
    shopper_email: email,
    status: "unpaid",
    placed_at: Math.floor(Date.now() / 1000),
    payment_method: null,
    currency,
    ...address,
  };
  const { database, news } = shop;
  inTransaction(database, () => {
    insertOrder(database, facts, priced);
    for (const one of news ? newsOfPlaced(shop, number, email) : []) news?.add(one);
  });
  news?.send();
  return number;
}
