import { formatMonth, type PhraseKey, readerOf, say, toCalendarDate } from "@meetbot/presentation";
import type { OrderFilter } from "@meetbot/protocol";
import type { AccountQuestion, OrdersShown, Plan, Wish } from "../../model/conversation/ask.ts";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import type { SeenOrder, Shown } from "../../model/conversation/proof.ts";
import type { Narrowing } from "../../model/conversation/recognition.ts";
import { titlesOf } from "../context/on-screen.ts";
import { otherFilters } from "../dialogs/choices.ts";
import { byAccount } from "../dialogs/look-up.ts";
import {
  type DialogContext,
  first,
  inquire,
  plainly,
  type Step,
  tell,
  text,
} from "../dialogs/moves.ts";
import { askForPackages, stageOfOrder } from "./list-answer.ts";
import { orderFound } from "./order-answer.ts";

/** In which lists orders of a state may stand; the likeliest first. */
const listsOf: Record<NonNullable<Narrowing["state"]>, readonly OrderFilter[]> = {
  canceled: ["past", "open", "unpaid"],
  refunded: ["past", "open"],
  delivered: ["past", "open"],
  shipped: ["open"],
};

const everyList: readonly OrderFilter[] = ["open", "past", "unpaid"];

/** So many pages of each list are looked through for what is sought: 9 orders of each. */
const pagesPerList = 3;

/** Words that may be none of goods cost the shop fewer questions. */
const pagesForGoods = 2;

/** A list longer than this is no answer. */
const mostShown = 10;

/** Looks through the lists of an account for orders of a month or a state, or for the newest one. */
export function gather(state: DialogState, userAccount: string, wish: Wish): Step {
  const [filter = "open"] = listsFor(wish.narrowing ?? {});
  const question = { method: "orders", userAccount, filter, page: 1 } as const;
  return inquire(state, { ...plainly(question, wish), carried: { kind: "gathered", found: [] } });
}

/** Keeps what one page has of it, and asks for the next page or shows what was found. */
export function gatherOn(
  state: DialogState,
  plan: Plan & { question: AccountQuestion; wish: Wish },
  before: readonly Shown<SeenOrder>[],
  answer: OrdersShown,
  speaker: DialogContext,
): Step {
  const { question, wish } = plan;
  const narrowing = wish.narrowing ?? {};
  const found = [...before, ...answer.orders.filter((one) => isMeant(one, wish, speaker))];
  const next = nextPage(question, answer.hasNextPage, narrowing);
  if (next)
    return inquire(state, { ...plan, question: next, carried: { kind: "gathered", found } });
  return showFound(state, plan, found, speaker);
}

function showFound(
  state: DialogState,
  plan: Plan & { question: AccountQuestion; wish: Wish },
  found: readonly Shown<SeenOrder>[],
  speaker: DialogContext,
): Step {
  const { locale } = state;
  const { question, wish } = plan;
  const { end, goods } = wish.narrowing ?? {};
  const meant = goods ? bestNamed(found, wish, speaker) : found;
  const sorted = [...meant].sort((a, b) => momentOf(b) - momentOf(a));
  const [newest] = sorted;
  if (!newest && goods) return withoutGoods(state, plan);
  if (!newest) {
    const choices = otherFilters(locale, question.userAccount, null);
    return tell(state, text(say(locale, "listNone"), { choices }));
  }
  const one =
    end === "oldest" ? sorted.at(-1) : end === "newest" || sorted.length === 1 ? newest : undefined;
  const { carried: _, ...rest } = plan;
  const asked = { ...rest, question: { ...question, page: 1 } };
  if (one && one.level !== 0) return orderFound(state, one, asked, speaker);
  const orders = one ? [one] : sorted.slice(0, mostShown);
  const list = { kind: "orders" as const, orders, hasNextPage: false };
  return askForPackages(state, asked, list, headingOf(state, wish, speaker), speaker);
}

/** Of what was found on several pages, what the words fit best. */
function bestNamed(found: readonly Shown<SeenOrder>[], { words }: Wish, speaker: DialogContext) {
  const titles = found.map(({ item }) => titlesOf(item));
  const best = speaker.namedGoods(words ?? "", titles).flatMap((place) => found[place] ?? []);
  return best.map((order) => namedFirst(order, words ?? "", speaker));
}

/** What was named stands first in its order: the line in the list is called by it. */
function namedFirst(
  order: Shown<SeenOrder>,
  words: string,
  { namedGoods }: DialogContext,
): Shown<SeenOrder> {
  const { elements = [] } = order.item;
  const named = new Set(
    namedGoods(
      words,
      elements.map(({ title }) => [title]),
    ),
  );
  const first = elements.filter((_, place) => named.has(place));
  const others = elements.filter((_, place) => !named.has(place));
  return { ...order, item: { ...order.item, elements: [...first, ...others] } };
}

/** Nothing has such a name: that is said, and what there is. */
function withoutGoods(
  state: DialogState,
  { question, wish }: Plan & { question: AccountQuestion; wish: Wish },
): Step {
  const plain = { ...wish, facts: [], narrowing: null, words: null };
  const list = byAccount(question.userAccount, "open", plain);
  return first(text(say(state.locale, "goodsNone")), inquire(state, list));
}

function headingOf({ locale }: DialogState, { narrowing }: Wish, { today }: DialogContext): string {
  const { month, state } = narrowing ?? {};
  if (month !== undefined) {
    const named = formatMonth(yearMonth(narrowing ?? {}, today), readerOf(locale));
    return say(locale, "listMonth", { month: named });
  }
  return say(locale, state ? stateHeadings[state] : "listAll");
}

const stateHeadings = {
  canceled: "listCanceled",
  refunded: "listRefunded",
  delivered: "listDelivered",
  shipped: "listShipped",
} as const satisfies Record<NonNullable<Narrowing["state"]>, PhraseKey>;

const listsFor = ({ state }: Narrowing): readonly OrderFilter[] =>
  state ? listsOf[state] : everyList;

function nextPage(
  question: AccountQuestion,
  hasNextPage: boolean,
  narrowing: Narrowing,
): AccountQuestion | null {
  // Shops list the newest first: for that one, and for a look at all, the first pages do.
  const isFirst = narrowing.end === "newest" || narrowing.all;
  const pages = isFirst ? 1 : narrowing.goods ? pagesForGoods : pagesPerList;
  if (hasNextPage && question.page < pages) return { ...question, page: question.page + 1 };
  const lists = listsFor(narrowing);
  const filter = lists[lists.indexOf(question.filter) + 1];
  return filter ? { ...question, filter, page: 1 } : null;
}

function isMeant(order: Shown<SeenOrder>, { narrowing, words }: Wish, speaker: DialogContext) {
  const { state, month, year, goods } = narrowing ?? {};
  if (goods) return speaker.namedGoods(words ?? "", [titlesOf(order.item)]).length > 0;
  if (state && !isIn(state, order)) return false;
  if (month === undefined && year === undefined) return true;
  const placed = monthOf(order, speaker);
  if (month === undefined) return placed.startsWith(String(year));
  return placed === yearMonth(narrowing ?? {}, speaker.today);
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

function momentOf({ item }: Shown<SeenOrder>): number {
  if (item.timestamp) return Number(item.timestamp);
  return item.placed_month ? Date.parse(`${item.placed_month}-01`) / 1000 : 0;
}
