import type { DatabaseSync } from "node:sqlite";
import { inTransaction } from "../database/in-transaction.ts";
import { seedOrders } from "../seed/seed-database.ts";
import type { Visitor } from "../visits/visit.ts";

/** Takes back all a visitor did: their account is as the shop opened, a guest's orders are gone. */
export function startOver(database: DatabaseSync, { shopper, guestOrders }: Visitor): void {
  const mine = shopper
    ? "SELECT number FROM orders WHERE shopper_email = :owner"
    : "SELECT value FROM json_each(:owner)";
  const owner = shopper ? shopper.email : JSON.stringify(guestOrders);
  inTransaction(database, () => {
    for (const table of ["packages", "adjustments", "order_lines"]) {
      database.prepare(`DELETE FROM ${table} WHERE order_number IN (${mine})`).run({ owner });
    }
    database.prepare(`DELETE FROM orders WHERE number IN (${mine})`).run({ owner });
    if (shopper) seedOrders(database, shopper.email);
  });
}
