import type { DatabaseSync } from "node:sqlite";
import { insertRow, type Row } from "../database/insert-row.ts";
import type { PricedOrder } from "./price-order.ts";

/** Stores an order with its lines and discounts. `facts` are the columns that are no amounts. */
export function insertOrder(
  database: DatabaseSync,
  facts: Row & { number: string },
  { lines, adjustments, ...amounts }: PricedOrder,
): void {
  insertRow(database, "orders", { ...facts, ...amounts });
  const order_number = facts.number;
  for (const [position, line] of lines.entries()) {
    insertRow(database, "order_lines", { order_number, position, ...line });
  }
  for (const [position, adjustment] of adjustments.entries()) {
    insertRow(database, "adjustments", { order_number, position, ...adjustment });
  }
}
