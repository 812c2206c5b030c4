import type { Order, Package } from "@meetbot/protocol";
import type { StatusOf } from "../languages/contract/card-language.ts";
import { type CustomerLocale, languages } from "../languages/customer-locale.ts";
import { dueDays } from "../lines/due-day.ts";
import { goodsName } from "../lines/order-line.ts";
import { orderStage, packageStage } from "../status/item-stage.ts";
import { readerOf } from "../status/reader-of.ts";
import { type Stage, stages } from "../status/stages.ts";
import { orderWords, packageWords } from "../status/status-words.ts";
import { isCalendarDate } from "../text/dates.ts";
import { type PhraseKey, say } from "../text/say.ts";
import { dayWords } from "./day-words.ts";
import { daysWords } from "./days-words.ts";
import { parcelTold } from "./extra-told.ts";
import type { Telling } from "./telling.ts";

/** The known data for locating an item: an order, the package it comes in, or both. */
export interface Whereabouts {
  /** The titles of its goods, as far as the customer may see them. */
  titles: readonly string[];
  order?: Partial<Order> | undefined;
  pkg?: Partial<Package> | undefined;
  /** Whether the sentence covers only the package, not its order. */
  isOfParcel?: boolean;
}

type Sentence = PhraseKey & `where${string}`;

const sentences: Partial<Record<Stage, Sentence>> = {
  unpaid: "whereUnpaid",
  paid: "wherePaid",
  ordered: "wherePreparing",
  confirmed: "wherePreparing",
  processing: "wherePreparing",
  awaiting_pickup: "whereAwaiting",
  picked_up: "whereOnWay",
  partially_shipped: "wherePartial",
  shipped: "whereShipped",
  in_transit: "whereInTransit",
  delayed: "whereDelayed",
  out_for_delivery: "whereOut",
  ready_for_pickup: "wherePickup",
  delivered: "whereDelivered",
  not_delivered: "whereFailed",
  delivery_failed: "whereFailed",
  completed: "whereCompleted",
  canceled: "whereCanceled",
  refunded: "whereRefunded",
  returning: "whereReturning",
  returned: "whereReturned",
};

/**
 * Returns where an order or a package is and when it arrives, in one sentence, followed by its last location or its
 * pickup point.
 */
export function whereSentence(about: Whereabouts, telling: Telling): string {
  const { sentenceSpace } = languages[telling.locale];
  return [howFar(about, telling), ...parcelTold(about.pkg, telling)].join(sentenceSpace);
}

function howFar(about: Whereabouts, telling: Telling): string {
  const { pkg } = about;
  const { locale, today } = telling;
  const stage = stageOfItem(about);
  const days = dueDays(pkg);
  const day = stage === "delivered" ? pkg?.exp_delivery : days?.to;
  const subject = nameOf(about, locale);
  const isDue = day !== undefined && isCalendarDate(day) && day >= today;
  const arrives = isDue ? say(locale, "arrives", { day: daysWords(days, locale, today) }) : "";
  const key = stage && sentences[stage];
  const brings = key === "whereDelivered" || key === "whereFailed" ? "by" : "via";
  const via = pkg?.carrier ? say(locale, brings, { carrier: pkg.carrier }) : "";
  const texts = { order: subject, via, arrives, day: dayWords(day, locale, today) };
  if (key === "whereDelivered" && texts.day && !isAfter(day, today)) {
    return say(locale, "whereDeliveredOn", texts);
  }
  const isOverdue = day !== undefined && isCalendarDate(day) && day < today;
  if (isOverdue && stage && isUnderway(stage)) return say(locale, "whereLate", texts);
  if (key) return say(locale, key as "whereDelayed", texts);
  const shown = wordsOfItem(about, locale);
  return say(locale, "whereOther", { order: subject, status: shown, arrives });
}

/** Returns the package's status, or the order's if the package has none. */
export function statusOf({ pkg, order }: Whereabouts): [status: string | undefined, of: StatusOf] {
  const { package_status: status } = pkg ?? {};
  return status === undefined ? [order?.status, "order"] : [status, "package"];
}

/** Returns the stage of the status from {@link statusOf}, by its code or its words. */
export function stageOfItem({ pkg, order }: Whereabouts): Stage | undefined {
  return pkg?.package_status === undefined ? orderStage(order ?? {}) : packageStage(pkg);
}

/** Returns the same status in the customer's words. */
export function wordsOfItem({ pkg, order }: Whereabouts, locale: CustomerLocale): string {
  const reader = readerOf(locale);
  return pkg?.package_status === undefined
    ? orderWords(order ?? {}, reader)
    : packageWords(pkg, reader);
}

/** Whether an item at this stage is still to arrive; if it is overdue, it is late. */
export function isUnderway(stage: Stage): boolean {
  const { step } = stages[stage];
  return step === "picked_up" || step === "on_its_way" || step === "out_for_delivery";
}

function nameOf({ titles, order, isOfParcel }: Whereabouts, locale: CustomerLocale): string {
  const goods = goodsName(titles, readerOf(locale)) || order?.order_number;
  if (goods) return say(locale, isOfParcel ? "packageWith" : "orderWith", { goods });
  return say(locale, order ? "yourOrder" : "yourPackage");
}

const isAfter = (day: string | undefined, today: string) => day !== undefined && day > today;
