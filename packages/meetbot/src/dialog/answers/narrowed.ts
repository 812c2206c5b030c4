import { formatMonth, type PhraseKey, readerOf, say, toCalendarDate } from "@meetbot/presentation";
import type { OrderFilter } from "@meetbot/protocol";
import type { Wish } from "../../model/conversation/ask.ts";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import type { SeenOrder, Shown } from "../../model/conversation/proof.ts";
import type { Narrowing, Survey } from "../../model/conversation/recognition.ts";
import { onScreen, titlesOf } from "../context/on-screen.ts";
import type { DialogContext } from "../dialogs/moves.ts";
import { stageOfOrder } from "./list-answer.ts";

const everyList: readonly OrderFilter[] = ["open", "past", "unpaid"];

/** In which lists orders of a state may stand; the likeliest first. */
const listsOf: Record<NonNullable<Narrowing["state"]>, readonly OrderFilter[]> = {
  canceled: ["past", "open", "unpaid"],
  refunded: ["past", "open"],
  delivered: ["past", "open"],
  shipped: ["open"],
};

/** Of which lists each survey is, where nothing else is said. */
const listsOfSurvey: Record<Survey, readonly OrderFilter[]> = {
  sum: everyList,
  cheapest: everyList,
  dearest: everyList,
  paid: ["open", "unpaid"],
  sent: ["open"],
  here: ["open"],
  next: ["open"],
  last_here: ["past", "open"],
};

/** The lists in which what is meant may stand. */
export function listsFor({ list, state, survey, onScreen }: Narrowing): readonly OrderFilter[] {
  if (list) return [list];
  if (state) return listsOf[state];
  return survey && !onScreen ? listsOfSurvey[survey] : everyList;
}

/** Whether an order is one of those that are meant. */
export function isMeant(
  order: Shown<SeenOrder>,
  { narrowing, words }: Wish,
  state: DialogState,
  speaker: DialogContext,
): boolean {
  const meant = narrowing ?? {};
  if (meant.goods) return speaker.namedGoods(words ?? "", [titlesOf(order.item)]).length > 0;
  if (meant.onScreen) return onScreen(state, order.item.order_number ?? "") !== undefined;
  if (meant.state && !isIn(meant.state, order)) return false;
  return monthOf(order, speaker).startsWith(timeOf(meant, speaker.today));
}

function isIn(state: NonNullable<Narrowing["state"]>, order: Shown<SeenOrder>): boolean {
  const stage = stageOfOrder(order);
  if (state === "delivered") return stage === "delivered" || stage === "completed";
  if (state === "shipped") return stage !== undefined && underway.has(stage);
  return stage === state;
}

const underway: ReadonlySet<string> = new Set([
  "picked_up",
  "partially_shipped",
  "shipped",
  "in_transit",
  "delayed",
  "out_for_delivery",
]);

/** The month or the year that is meant, as a calendar date begins; empty: any. */
function timeOf({ month, year, span }: Narrowing, today: string): string {
  if (month !== undefined) return yearMonth({ month, ...(year && { year }) }, today);
  if (year !== undefined) return String(year);
  const thisYear = Number(today.slice(0, 4));
  switch (span) {
    case "this_month":
      return today.slice(0, 7);
    case "last_month":
      return monthBefore(today);
    case "this_year":
      return String(thisYear);
    case "last_year":
      return String(thisYear - 1);
    default:
      return "";
  }
}

function monthBefore(today: string): string {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
}

/** A month without its year is the last one of that name. */
function yearMonth({ month = 1, year }: Narrowing, today: string): string {
  const named = String(month).padStart(2, "0");
  const thisYear = Number(today.slice(0, 4));
  const last = named <= today.slice(5, 7) ? thisYear : thisYear - 1;
  return `${year ?? last}-${named}`;
}

function monthOf({ item }: Shown<SeenOrder>, { timeZone }: DialogContext): string {
  if (item.placed_month) return item.placed_month;
  const moment = new Date(Number(item.timestamp ?? "?") * 1000);
  return Number.isNaN(+moment) ? "" : toCalendarDate(moment, timeZone).slice(0, 7);
}

/** When an order was placed, in Unix seconds, as far as it may be seen. */
export function momentOf({ item }: Shown<SeenOrder>): number {
  if (item.timestamp) return Number(item.timestamp);
  return item.placed_month ? Date.parse(`${item.placed_month}-01`) / 1000 : 0;
}

/** What stands above the orders that were found. */
export function headingOf(
  { locale }: DialogState,
  narrowing: Narrowing,
  { today }: DialogContext,
): string {
  const time = timeOf(narrowing, today);
  const isMonth = time.length === "2026-11".length;
  if (isMonth) return say(locale, "listMonth", { month: formatMonth(time, readerOf(locale)) });
  return say(locale, narrowing.state ? stateHeadings[narrowing.state] : "listAll");
}

const stateHeadings = {
  canceled: "listCanceled",
  refunded: "listRefunded",
  delivered: "listDelivered",
  shipped: "listShipped",
} as const satisfies Record<NonNullable<Narrowing["state"]>, PhraseKey>;
