import type { DatabaseSync } from "node:sqlite";
import { type CarrierCode, carriers } from "../catalog/carriers.ts";
import type { Currency } from "../catalog/money.ts";
import { dayAfter, today } from "../database/calendar-date.ts";
import { insertRow } from "../database/insert-row.ts";
import { newDigits, newPackageNumber } from "./new-number.ts";

interface Route {
  /** Who takes the first package, the second, and so on in turn. */
  carriers: readonly CarrierCode[];
  onItsWay: string;
  delivered: string;
}

/** How the shop sends to the country of each currency, in the words of its shoppers. */
const routes: Readonly<Record<Currency, Route>> = {
  USD: { carriers: ["ups", "usps"], onItsWay: "In transit", delivered: "Delivered" },
  CNY: { carriers: ["sf", "yto"], onItsWay: "运输中", delivered: "已签收" },
  JPY: { carriers: ["yamato", "dhl"], onItsWay: "In transit", delivered: "Delivered" },
};

/** The form of each carrier's tracking numbers: a beginning, and so many digits. */
const trackingForms: Readonly<Record<CarrierCode, [beginning: string, digits: number]>> = {
  sf: ["SF", 13],
  yto: ["YT", 13],
  zto: ["ZTO", 12],
  ups: ["1Z999AA1", 10],
  usps: ["94001", 17],
  dhl: ["", 10],
  yamato: ["", 12],
};

/** The first package is expected so many days after today, each further one as many days later. */
const daysUnderWay = 2;

/** Packs what is not packed yet and hands all of it over to carriers. */
export function sendPackages(database: DatabaseSync, orderNumber: string, currency: Currency) {
  pack(database, orderNumber);
  const waiting = database
    .prepare(
      "SELECT number FROM packages WHERE order_number = ? AND carrier IS NULL ORDER BY position",
    )
    .all(orderNumber) as { number: string }[];
  const route = routes[currency];
  for (const [index, { number }] of waiting.entries()) {
    const code = route.carriers[index % route.carriers.length]!;
    const [beginning, digits] = trackingForms[code];
    const trackingNumber = beginning + newDigits(digits);
    database
      .prepare(
        `UPDATE packages SET carrier = ?, tracking_number = ?, tracking_url = ?, status = ?, due_on = ?
         WHERE number = ?`,
      )
      .run(
        carriers[code].name,
        trackingNumber,
        carriers[code].trackingPage + trackingNumber,
        route.onItsWay,
        dayAfter(today(), daysUnderWay * (index + 1)),
        number,
      );
  }
}

/** Makes one package of an order, or two where there is more than one piece to send. */
function pack(database: DatabaseSync, order_number: string): void {
  if (database.prepare("SELECT 1 FROM packages WHERE order_number = ?").get(order_number)) return;
  const pieces = database
    .prepare("SELECT sku, quantity FROM order_lines WHERE order_number = ? ORDER BY position")
    .all(order_number)
    .flatMap(({ sku, quantity }) => Array<string>(Number(quantity)).fill(String(sku)));
  const contents = pieces.length > 1 ? [pieces[0]!, pieces.at(-1)!] : pieces;
  for (const [position, sku] of contents.entries()) {
    const number = newPackageNumber();
    const row = { number, order_number, position, sku, status: "Preparing", due_on: today() };
    insertRow(database, "packages", row);
  }
}

/** Delivers, today, whatever of an order is still under way. */
export function arrivePackages(database: DatabaseSync, orderNumber: string, currency: Currency) {
  const { delivered } = routes[currency];
  database
    .prepare(
      "UPDATE packages SET status = :delivered, due_on = :today WHERE order_number = :orderNumber AND status <> :delivered",
    )
    .run({ delivered, today: today(), orderNumber });
}
