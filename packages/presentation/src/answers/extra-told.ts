import type { Order, Package, Refund } from "@meetbot/protocol";
import { type CustomerLocale, languages } from "../languages/customer-locale.ts";
import { eventWords, pickupOf } from "../lines/parcel-lines.ts";
import { packageStage } from "../status/item-stage.ts";
import { readerOf } from "../status/reader-of.ts";
import { type Stage, stages } from "../status/stages.ts";
import { formatCalendarDate, toCalendarDate } from "../text/dates.ts";
import { enumerate } from "../text/enumerate.ts";
import { formatMoney } from "../text/money.ts";
import { say } from "../text/say.ts";
import { dayWords } from "./day-words.ts";
import type { Telling } from "./telling.ts";

/** Stages in which the last known location is no longer worth reporting. */
const ended: ReadonlySet<Stage> = new Set<Stage>([
  ...(["delivered", "completed", "canceled", "refunded", "returned"] as const),
]);

/** Returns where a package was last seen or where to pick it up, as sentences that follow its status. */
export function parcelTold(pkg: Partial<Package> | undefined, telling: Telling): string[] {
  if (!pkg) return [];
  const pickup = pickupTold(pkg, telling.locale);
  return pickup.length > 0 ? pickup : lastScan(pkg, telling);
}

function lastScan(pkg: Partial<Package>, telling: Telling): string[] {
  const stage = packageStage(pkg);
  const note = stage && ended.has(stage) ? null : lastNote(pkg, telling);
  return note === null ? [] : [note];
}

/**
 * Formats the carrier's last event for a package; `null` without an event, or if it has only a code, which repeats the
 * status.
 */
export function lastNote(
  pkg: Partial<Package> | undefined,
  { locale, today, timeZone }: Telling,
): string | null {
  const [event] = pkg?.events ?? [];
  if (!event || !(event.place || event.text)) return null;
  const date = toCalendarDate(new Date(Number(event.at) * 1000), timeZone);
  const day = dayWords(date, locale, today).trim();
  return say(locale, "lastScan", { event: eventWords(event, readerOf(locale)), day });
}

/** Returns where to collect a package and until when, while it waits there. */
function pickupTold(pkg: Partial<Package>, locale: CustomerLocale): string[] {
  const stage = packageStage(pkg);
  // A package still on its way to the pickup point cannot be collected yet.
  if (stage && stages[stage].step !== "pickup") return [];
  const { name, address, hours, until } = pickupOf(pkg, readerOf(locale)) ?? {};
  const place = [name, address].filter(Boolean).join(languages[locale].window.words.comma);
  if (!place) return [];
  const date = until && formatCalendarDate(until, readerOf(locale));
  return [
    date ? say(locale, "pickupAtUntil", { place, date }) : say(locale, "pickupAt", { place }),
    ...(hours ? [say(locale, "pickupHours", { hours })] : []),
  ];
}

/** Returns the fees charged besides the goods, as a sentence that follows the one with the total. */
export function feesTold(
  { fees = [], currency }: Partial<Order>,
  locale: CustomerLocale,
): string[] {
  if (fees.length === 0) return [];
  const sum = Math.round(fees.reduce((all, { amount }) => all + amount, 0) * 1000) / 1000;
  const amount = formatMoney(sum, currency, readerOf(locale));
  const names = enumerate(
    fees.map(({ name }) => name),
    locale,
  );
  return [say(locale, "factFees", { amount, names })];
}

/** Returns one sentence for each refund of an order; none if the shop lists no refunds. */
export function refundsTold(order: Partial<Order>, telling: Telling): string[] {
  return (order.refunds ?? []).map((refund) => refundTold(refund, order.currency, telling));
}

function refundTold(
  { amount: value, at, status }: Refund,
  currency: string | undefined,
  { locale, today, timeZone }: Telling,
): string {
  const amount = formatMoney(value, currency, readerOf(locale));
  if (status === "pending") return say(locale, "factRefundPending", { amount });
  if (status === "failed") return say(locale, "factRefundFailed", { amount });
  if (status === undefined) return say(locale, "factRefundSome", { amount });
  if (!at) return say(locale, "factRefunded", { amount });
  const date = toCalendarDate(new Date(Number(at) * 1000), timeZone);
  const day = dayWords(date, locale, today);
  return say(locale, "factRefundedOn", { amount, day }).trim();
}
