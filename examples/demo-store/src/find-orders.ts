import type { Order, OrderFilter } from "@meetbot/sdk";
import { statusesByFilter } from "./order-status.ts";
import type { Shop } from "./shop.ts";
import { type OrderRow, toOrder } from "./to-order.ts";

/** One page of a shopper's orders, newest first; `null` when the shop does not know the email. */
export function findOrdersOfShopper(
  shop: Shop,
  {
    email,
    filter,
    page,
    limit,
  }: { email: string; filter: OrderFilter; page: number; limit: number },
): { orders: Order[]; hasNextPage: boolean } | null {
  const shopper = email.trim().toLowerCase();
  if (!shop.database.prepare("SELECT 1 FROM shoppers WHERE email = ?").get(shopper)) return null;

  // One row more than the page holds tells whether another page follows.
  const rows = shop.database
    .prepare(
      `SELECT * FROM orders
       WHERE shopper_email = ? AND status IN (SELECT value FROM json_each(?))
       ORDER BY placed_at DESC, number LIMIT ? OFFSET ?`,
    )
    .all(
      shopper,
      JSON.stringify(statusesByFilter[filter]),
      limit + 1,
      (page - 1) * limit,
    ) as unknown as OrderRow[];
  return {
    orders: rows.slice(0, limit).map((row) => toOrder(shop, row)),
    hasNextPage: rows.length > limit,
  };
}

/** The one order with a number; `null` when there is none. */
export function findOrder(shop: Shop, number: string): Order | null {
  const row = shop.database.prepare("SELECT * FROM orders WHERE number = ?").get(number.trim());
  return row ? toOrder(shop, row as unknown as OrderRow) : null;
}

/** One shopper's order; `null` when there is none with this number, or it is somebody else's. */
export function findOrderOfShopper(shop: Shop, email: string, number: string): Order | null {
  const row = shop.database
    .prepare("SELECT * FROM orders WHERE number = ? AND shopper_email = ?")
    .get(number, email);
  return row ? toOrder(shop, row as unknown as OrderRow) : null;
}

/** All orders of a shopper, whatever their status, newest first. */
export function findAllOrders(shop: Shop, email: string): Order[] {
  const rows = shop.database
    .prepare("SELECT * FROM orders WHERE shopper_email = ? ORDER BY placed_at DESC, number")
    .all(email) as unknown as OrderRow[];
  return rows.map((row) => toOrder(shop, row));
}
