import type { Order, OrderFilter } from "@meetbot/sdk";
import { statusesByFilter } from "../catalog/order-status.ts";
import type { Shop } from "../database/shop.ts";
import type { Visitor } from "../visits/visit.ts";
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

/** A visitor's own order; `null` when there is none with this number, or it is somebody else's. */
export function findOwnOrder(shop: Shop, visitor: Visitor, number: string): Order | null {
  const row = shop.database
    .prepare(`SELECT * FROM orders WHERE number = :number AND ${isOwn}`)
    .get({ number, ...toOwner(visitor) });
  return row ? toOrder(shop, row as unknown as OrderRow) : null;
}

/** All orders of a visitor, whatever their status, newest first. */
export function findOwnOrders(shop: Shop, visitor: Visitor): Order[] {
  const rows = shop.database
    .prepare(`SELECT * FROM orders WHERE ${isOwn} ORDER BY placed_at DESC, number`)
    .all(toOwner(visitor)) as unknown as OrderRow[];
  return rows.map((row) => toOrder(shop, row));
}

/** A shopper's are those of their account; a guest's those placed in this session. */
const isOwn = "(shopper_email = :email OR number IN (SELECT value FROM json_each(:placed)))";

function toOwner({ shopper, guestOrders }: Visitor) {
  return { email: shopper?.email ?? null, placed: JSON.stringify(shopper ? [] : guestOrders) };
}
