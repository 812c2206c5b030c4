import type { DatabaseSync } from "node:sqlite";
import { carriers } from "../catalog/carriers.ts";
import { toMinorUnits } from "../catalog/money.ts";
import { products } from "../catalog/products.ts";
import { dayAfter } from "../database/calendar-date.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { insertRow, type Row } from "../database/insert-row.ts";
import { insertOrder } from "../orders/insert-order.ts";
import { priceOrder } from "../orders/price-order.ts";
import type { SeedAddress, SeedOrder, SeedPackage, SeedShopper } from "./shoppers/seed-shopper.ts";
import { shoppers } from "./shoppers.ts";

/**
 * Fills an empty shop, all or nothing, with dates counted from `today` (YYYY-MM-DD). A shop that
 * was filled on an earlier day keeps what it has, but what it opened with moves along: else every
 * parcel of it would be late by now.
 */
export function seedDatabase(database: DatabaseSync, today: string): void {
  inTransaction(database, () => {
    const opening = database.prepare("SELECT today FROM opening").get() as
      | { today: string }
      | undefined;
    if (opening) return moveTo(database, opening.today, today);
    insertRow(database, "opening", { today });
    seedProducts(database);
    for (const { email, name } of shoppers) {
      insertRow(database, "shoppers", { email, name });
      seedOrders(database, email);
    }
  });
}

/** Gives a shopper the orders that the shop opened with, dated from its first day. */
export function seedOrders(database: DatabaseSync, email: string): void {
  const shopper = shoppers.find((shopper) => shopper.email === email);
  if (!shopper) return;
  const opening = database.prepare("SELECT today FROM opening").get() as { today: string };
  for (const order of shopper.orders) seedOrder(database, shopper, order, opening.today);
}

const dayS = 24 * 60 * 60;

function moveTo(database: DatabaseSync, opened: string, today: string): void {
  const days = Math.round((Date.parse(today) - Date.parse(opened)) / (dayS * 1000));
  if (days <= 0) return;
  const moveOrder = database.prepare(
    "UPDATE orders SET placed_at = placed_at + ? WHERE number = ?",
  );
  const movePackages = database.prepare(
    "UPDATE packages SET due_on = date(due_on, ?) WHERE order_number = ?",
  );
  for (const { number } of shoppers.flatMap(({ orders }) => orders)) {
    moveOrder.run(days * dayS, number);
    movePackages.run(`+${days} days`, number);
  }
  database.prepare("UPDATE opening SET today = ?").run(today);
}

function seedProducts(database: DatabaseSync): void {
  for (const [sku, { title, subtitle, prices }] of Object.entries(products)) {
    insertRow(database, "products", {
      sku,
      title,
      subtitle,
      price_usd: toMinorUnits(prices.USD, "USD"),
      price_cny: toMinorUnits(prices.CNY, "CNY"),
      price_jpy: toMinorUnits(prices.JPY, "JPY"),
    });
  }
}

function seedOrder(
  database: DatabaseSync,
  shopper: SeedShopper,
  order: SeedOrder,
  today: string,
): void {
  const { daysAgo, at } = order.placed;
  const priced = priceOrder(order);
  const facts = {
    number: order.number,
    shopper_email: shopper.email,
    status: order.status,
    placed_at: Date.parse(`${dayAfter(today, -daysAgo)}T${at}Z`) / 1000,
    payment_method: order.paymentMethod ?? null,
    currency: order.currency,
    ...addressColumns(shopper, order.shipTo ?? "home"),
  };
  insertOrder(database, facts, priced);

  const order_number = order.number;
  const mainProduct = priced.lines[0]!.sku;
  for (const [position, pkg] of (order.packages ?? []).entries()) {
    const columns = packageColumns(pkg, mainProduct, today);
    insertRow(database, "packages", { order_number, position, ...columns });
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
