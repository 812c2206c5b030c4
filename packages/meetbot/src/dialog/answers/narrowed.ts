import type { Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { Narrowing, Survey } from "@meetbot/model/conversation/recognition.ts";
import { type PhraseKey, say, toCalendarDate } from "@meetbot/presentation";
import type { OrderFilter } from "@meetbot/protocol";
import { isInState } from "../context/in-state.ts";
import { onScreen, titlesOf } from "../context/on-screen.ts";
import type { DialogContext } from "../dialogs/moves.ts";
import { stageOfOrder } from "./list-answer.ts";
import { dayLies, daysOf, describeDays, monthLies } from "./placed-days.ts";

const everyList: readonly OrderFilter[] = ["open", "past", "unpaid"];

/** The lists that may contain orders of a state, likeliest first. */
const listsOf: Record<NonNullable<Narrowing["state"]>, readonly OrderFilter[]> = {
  canceled: ["past", "open", "unpaid"],
  refunded: ["past", "open"],
  delivered: ["past", "open"],
  shipped: ["open"],
};

/** The lists that each survey covers by default. */
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

/** Returns the lists that may contain the orders the customer means. */
export function listsFor({
  list,
  state,
  not,
  survey,
  onScreen,
}: Narrowing): readonly OrderFilter[] {
  if (list) return [list];
  if (state && !not) return listsOf[state];
  return survey && !onScreen ? listsOfSurvey[survey] : everyList;
}

/** Checks whether an order matches the customer's wish. */
export function isMeant(
  order: Shown<SeenOrder>,
  { narrowing, words }: Wish,
  state: DialogState,
  speaker: DialogContext,
): boolean {
  const meant = narrowing ?? {};
  if (meant.goods) return speaker.namedGoods(words ?? "", [titlesOf(order.item)]).length > 0;
  if (meant.onScreen) return onScreen(state, order.item.order_number ?? "") !== undefined;
  const stage = stageOfOrder(order);
  const isBack = meant.state === "refunded" && (order.item.refunds?.length ?? 0) > 0;
  const isIn = isBack || (meant.state && stage !== undefined && isInState(stage, meant.state));
  if (meant.state && isIn === (meant.not === true)) return false;
  return liesIn(order, meant, speaker) === "in";
}

/**
 * Checks whether an order was placed in the customer's time span. `partly` when the customer may see only the order's
 * month, and the span covers part of that month.
 */
export function liesIn(
  { item }: Shown<SeenOrder>,
  { placed }: Narrowing,
  { today, timeZone }: DialogContext,
): "in" | "out" | "partly" {
  if (!placed) return "in";
  const days = daysOf(placed, today);
  if (item.placed_month) return monthLies(item.placed_month, days);
  const moment = new Date(Number(item.timestamp ?? "?") * 1000);
  if (Number.isNaN(+moment)) return "out";
  return dayLies(toCalendarDate(moment, timeZone), days) ? "in" : "out";
}

/** When an order was placed, in Unix seconds, as far as it may be seen. */
export function momentOf({ item }: Shown<SeenOrder>): number {
  if (item.timestamp) return Number(item.timestamp);
  return item.placed_month ? Date.parse(`${item.placed_month}-01`) / 1000 : 0;
}

/** Returns the days of a span in words for an answer; empty without a span. */
export const spanOf = ({ placed }: Narrowing, locale: Locale, { today }: DialogContext): string =>
  placed ? describeDays(daysOf(placed, today), locale) : "";

/** Returns the sentence that there is no such order. */
export function noneFoundSentence(
  narrowing: Narrowing,
  locale: Locale,
  speaker: DialogContext,
): string {
  const span = spanOf(narrowing, locale, speaker);
  const isPlain = Object.keys(narrowing).every((key) => key === "placed" || key === "survey");
  return span !== "" && isPlain ? say(locale, "spanNone", { span }) : say(locale, "listNone");
}

/** Returns the heading above the orders found. */
export function headingOf(
  { locale }: DialogState,
  narrowing: Narrowing,
  speaker: DialogContext,
): string {
  const { state, placed } = narrowing;
  const span = spanOf(narrowing, locale, speaker);
  if (state && !narrowing.not) return say(locale, stateHeadings[state], { span });
  return placed ? say(locale, "listPlaced", { span }) : say(locale, "listAll");
}

const stateHeadings = {
  canceled: "listCanceled",
  refunded: "listRefunded",
  delivered: "listDelivered",
  shipped: "listShipped",
} as const satisfies Record<NonNullable<Narrowing["state"]>, PhraseKey>;
