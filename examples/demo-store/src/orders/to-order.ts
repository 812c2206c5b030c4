import type { DatabaseSync } from "node:sqlite";
import type { Adjustment, Fee, Order, OrderElement } from "@meetbot/sdk";
import { toMajorUnits } from "../catalog/money.ts";
import type { OrderStatus } from "../catalog/order-status.ts";
import { productPictureUrl } from "../catalog/product-picture.ts";
import type { Shop } from "../database/shop.ts";
import type { Delivery } from "./delivery.ts";

/** A row of the table `orders`. */
export interface OrderRow extends Delivery {
  number: string;
  shopper_email: string;
  status: OrderStatus;
  placed_at: number;
  payment_method: string | null;
  subtotal: number;
  shipping: number;
  tax: number;
  total: number;
}

/** Tells an order of the database in the words of the protocol. */
export function toOrder(shop: Shop, row: OrderRow): Order {
  const inMajorUnits = (amount: number) => toMajorUnits(amount, row.currency);
  return {
    recipient_name: row.recipient,
    order_number: row.number,
    currency: row.currency,
    ...(row.payment_method && { payment_method: row.payment_method }),
    order_url: `${shop.url}/orders/${row.number}`,
    timestamp: String(row.placed_at),
    status: row.status,
    status_code: row.status,
    ...(row.status === "refunded" && {
      refunds: [{ amount: inMajorUnits(row.total), status: "refunded" }],
    }),
    address: {
      street_1: row.street_1,
      ...(row.street_2 && { street_2: row.street_2 }),
      city: row.city,
      postal_code: row.postal_code,
      state: row.state,
      country: row.country,
    },
    summary: {
      subtotal: inMajorUnits(row.subtotal),
      shipping_cost: inMajorUnits(row.shipping),
      total_tax: inMajorUnits(row.tax),
      total_cost: inMajorUnits(row.total),
    },
    ...findAdjustments(shop.database, row),
    elements: findElements(shop, row),
  };
}

/** Discounts, and fees: these are kept as less than nothing off. */
function findAdjustments(
  database: DatabaseSync,
  { number, currency }: OrderRow,
): { adjustments: Adjustment[]; fees?: Fee[] } {
  const rows = database
    .prepare("SELECT name, amount FROM adjustments WHERE order_number = ? ORDER BY position")
    .all(number) as unknown as { name: string; amount: number }[];
  const all = rows.map(({ name, amount }) => ({ name, amount: toMajorUnits(amount, currency) }));
  const fees = all.filter(({ amount }) => amount < 0);
  return {
    adjustments: all.filter(({ amount }) => amount >= 0),
    ...(fees.length > 0 && { fees: fees.map(({ name, amount }) => ({ name, amount: -amount })) }),
  };
}

interface LineRow {
  sku: string;
  title: string;
  subtitle: string;
  quantity: number;
  total: number;
}

/** The lines of an order. `price` is what the whole line costs, not one piece of it. */
function findElements(shop: Shop, { number, currency }: OrderRow): OrderElement[] {
  const rows = shop.database
    .prepare(
      `SELECT sku, title, subtitle, quantity, total FROM order_lines JOIN products USING (sku)
       WHERE order_number = ? ORDER BY position`,
    )
    .all(number) as unknown as LineRow[];
  return rows.map(({ sku, title, subtitle, quantity, total }) => ({
    title,
    subtitle,
    quantity,
    price: toMajorUnits(total, currency),
    currency,
    image_url: productPictureUrl(shop, sku),
  }));
}
