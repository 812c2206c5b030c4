import type { DatabaseSync } from "node:sqlite";
import { dayAfter } from "../calendar-date.ts";
import { toMinorUnits } from "../money.ts";
import { carriers } from "./carriers.ts";
import { priceOrder } from "./price-order.ts";
import { products } from "./products.ts";
import type { SeedAddress, SeedOrder, SeedPackage, SeedShopper } from "./seed-shopper.ts";
import { shoppers } from "./shoppers.ts";

/**
 * Fills an empty shop, all or nothing, with dates counted from `today` (YYYY-MM-DD). A shop that
 * was filled before keeps what it has, and its own first day.
 */
export function seedDatabase(database: DatabaseSync, today: string): void {
  database.exec("BEGIN IMMEDIATE");
  try {
    if (!database.prepare("SELECT today FROM opening").get()) fill(database, today);
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

/** A row to insert, by column. */
type Row = Record<string, string | number | null>;

type Insert = (table: string, row: Row) => void;

function fill(database: DatabaseSync, today: string): void {
  const insert: Insert = (table, row) => {
    const columns = Object.keys(row);
    const places = columns.map(() => "?");
    database
      .prepare(`INSERT INTO ${table} (${columns}) VALUES (${places})`)
      .run(...Object.values(row));
  };

  insert("opening", { today });
  insertProducts(insert);
  for (const shopper of shoppers) {
    insert("shoppers", { email: shopper.email, name: shopper.name });
    for (const order of shopper.orders) insertOrder(insert, shopper, order, today);
  }
}

function insertProducts(insert: Insert): void {
  for (const [sku, { title, subtitle, symbol, prices }] of Object.entries(products)) {
    insert("products", {
      sku,
      title,
      subtitle,
      symbol,
      price_usd: toMinorUnits(prices.USD, "USD"),
      price_cny: toMinorUnits(prices.CNY, "CNY"),
      price_jpy: toMinorUnits(prices.JPY, "JPY"),
    });
  }
}

function insertOrder(insert: Insert, shopper: SeedShopper, order: SeedOrder, today: string): void {
  const { lines, adjustments, ...amounts } = priceOrder(order);
  const { daysAgo, at } = order.placed;
  insert("orders", {
    number: order.number,
    shopper_email: shopper.email,
    status: order.status,
    placed_at: Date.parse(`${dayAfter(today, -daysAgo)}T${at}Z`) / 1000,
    payment_method: order.paymentMethod ?? null,
    currency: order.currency,
    ...amounts,
    ...addressColumns(shopper, order.shipTo ?? "home"),
  });

  const order_number = order.number;
  for (const [position, line] of lines.entries()) {
    insert("order_lines", { order_number, position, ...line });
  }
  for (const [position, adjustment] of adjustments.entries()) {
    insert("adjustments", { order_number, position, ...adjustment });
  }
  const mainProduct = lines[0]!.sku;
  for (const [position, pkg] of (order.packages ?? []).entries()) {
    insert("packages", { order_number, position, ...packageColumns(pkg, mainProduct, today) });
  }
}

function addressColumns(shopper: SeedShopper, name: string): Row {
  const address: SeedAddress | undefined = shopper.addresses[name];
  if (!address) throw new Error(`The seed of a shopper has no address "${name}": add it there`);
  const { street1, street2, postalCode, ...rest } = address;
  return { street_1: street1, street_2: street2 ?? null, postal_code: postalCode, ...rest };
}

function packageColumns(pkg: SeedPackage, mainProduct: string, today: string): Row {
  const carrier = pkg.carrier && carriers[pkg.carrier];
  return {
    number: pkg.number,
    sku: pkg.product ?? mainProduct,
    carrier: carrier?.name ?? null,
    tracking_number: pkg.trackingNumber ?? null,
    tracking_url: carrier ? `${carrier.trackingPage}${pkg.trackingNumber}` : null,
    status: pkg.status,
    due_on: dayAfter(today, pkg.dueInDays),
  };
}
