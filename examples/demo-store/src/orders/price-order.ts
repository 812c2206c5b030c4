import { type Currency, toMinorUnits } from "../catalog/money.ts";
import { products, type Sku } from "../catalog/products.ts";
import type { SeedOrder } from "../seed/shoppers/seed-shopper.ts";

/** What an order's amounts follow from. */
export type OrderTerms = Pick<SeedOrder, "currency" | "lines" | "discounts" | "fees" | "shipping">;

/** An order with its amounts worked out, in minor units of its currency. */
export interface PricedOrder {
  lines: { sku: Sku; quantity: number; total: number }[];
  adjustments: { name: string; amount: number }[];
  subtotal: number;
  shipping: number;
  tax: number;
  total: number;
}

/** Percent on goods after discounts. Prices in China contain the tax already. */
const taxPercent: Readonly<Record<Currency, number>> = { USD: 8, CNY: 0, JPY: 10 };

/** Works out what an order costs, in whole minor units, so that its amounts add up to the cent. */
export function priceOrder(order: OrderTerms): PricedOrder {
  const { currency } = order;
  const lines = (Object.entries(order.lines) as [Sku, number][]).map(([sku, quantity]) => ({
    sku,
    quantity,
    total: quantity * toMinorUnits(products[sku].prices[currency], currency),
  }));
  const off = Object.entries(order.discounts ?? {});
  const added = Object.entries(order.fees ?? {}).map(([name, fee]) => [name, -fee] as const);
  const adjustments = [...off, ...added].map(([name, amount]) => ({
    name,
    amount: toMinorUnits(amount, currency),
  }));

  const subtotal = lines.reduce((sum, line) => sum + line.total, 0);
  const discounted = adjustments.reduce((rest, { amount }) => rest - amount, subtotal);
  const shipping = toMinorUnits(order.shipping, currency);
  const tax = Math.round((discounted * taxPercent[currency]) / 100);
  return { lines, adjustments, subtotal, shipping, tax, total: discounted + shipping + tax };
}
