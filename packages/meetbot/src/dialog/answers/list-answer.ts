import type { AccountQuestion, OrdersShown, Plan, Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { Fact } from "@meetbot/model/conversation/recognition.ts";
import type { Choice, Reply } from "@meetbot/model/conversation/reply.ts";
import { describeAccount, languages, orderStage, type PhraseKey, say } from "@meetbot/presentation";
import { isPhone, type OrderFilter } from "@meetbot/protocol";
import { restsOn, showList, titlesOf } from "../context/on-screen.ts";
import {
  accountChoice,
  askChoice,
  goodsTitle,
  linkChoice,
  orderChoice,
  otherFilters,
  proveChoice,
  until,
} from "../dialogs/choices.ts";
import { byOrder } from "../dialogs/look-up.ts";
import {
  type DialogContext,
  howItStands,
  inquire,
  plainly,
  type Step,
  tell,
  text,
} from "../dialogs/moves.ts";
import { canProve } from "../dialogs/proving.ts";
import { offerAllNews } from "../subscriptions/offer-news.ts";
import { isOfTopic } from "../topics/beside-order.ts";
import { askWhichOrder } from "../topics/which-order.ts";
import { needsPackages, orderFound } from "./order-answer.ts";

/** From this number of orders on, the bot does not reveal the count to a stranger. */
const countedBelow = 3;

/** More buttons would push the answer off a phone's screen; customers can type anything else. */
const maxGoods = 3;

/** With this many orders there is room for one more button. */
const fewGoods = 2;

/** The headings of a list: for one order, for several, and for more than are shown. */
export const headings = {
  open: ["listOpen1", "listOpen", "listOpenMore"],
  unpaid: ["listUnpaid1", "listUnpaid", "listUnpaidMore"],
  past: ["listPast1", "listPast", "listPastMore"],
} as const satisfies Record<OrderFilter, readonly PhraseKey[]>;

const maskedHeadings = {
  open: "ordersOpenMasked",
  unpaid: "ordersUnpaidMasked",
  past: "ordersPastMasked",
} as const satisfies Record<OrderFilter, PhraseKey>;

/** The phrase for each empty list. */
export const emptyLists = {
  open: "noOrdersOpen",
  unpaid: "noOrdersUnpaid",
  past: "noOrdersPast",
} as const satisfies Record<OrderFilter, PhraseKey>;

/** Shows one page of an account's orders, or the one order on it that the customer means. */
export function showAccount(
  state: DialogState,
  plan: Plan & { question: AccountQuestion },
  answer: OrdersShown,
  speaker: DialogContext,
): Step {
  const { question, wish } = plan;
  if (answer.orders.length === 0) return showEmpty(state, question, speaker);
  const meant = wish ? pick(answer, plan, wish, speaker) : [];
  const [one] = meant;
  if (one && meant.length === 1) return orderFound(state, one, plan, speaker);
  const listed = meant.length > 1 ? { ...answer, orders: meant } : answer;
  if (isOfTopic(wish) && listed.orders.some(({ level }) => level !== 0)) {
    const shown = showList(state, listed.orders);
    return askWhichOrder(shown, shown.shown, wish);
  }
  const heading = headingOf(state, question, listed, wish);
  return wish
    ? askForPackages(state, plan, listed, heading, speaker)
    : showLines(state, question, listed, heading, speaker);
}

/** Returns the orders whose goods the customer named; if there is only one order, returns that one. */
function pick(
  { orders, hasNextPage }: OrdersShown,
  { question }: Plan & { question: AccountQuestion },
  { words }: Wish,
  { namedGoods }: DialogContext,
): Shown<SeenOrder>[] {
  const [only] = orders;
  if (only && orders.length === 1 && !hasNextPage && question.page === 1) {
    return only.level === 0 ? [] : [only];
  }
  if (words === null) return [];
  const titles = orders.map(({ item }) => titlesOf(item));
  if (titles.every((one) => one.length === 0)) return [];
  return namedGoods(words, titles).flatMap((place) => orders[place] ?? []);
}

/**
 * Requests the packages of a list's shipped orders one by one, before the list is shown. `on` is the plan that follows
 * these orders.
 */
export function askForPackages(
  state: DialogState,
  plan: Plan & { question: AccountQuestion },
  answer: OrdersShown,
  heading: string,
  speaker: DialogContext,
  on?: Plan,
): Step {
  const left = answer.orders.flatMap((order, at) =>
    at < maxGoods && !order.item.parcel && needsPackages(order, howItStands) ? [at] : [],
  );
  const list = { kind: "list" as const, answer, asked: plan.question, left, heading };
  return nextPackages(state, plan, on ? { ...list, on } : list, speaker);
}

type List = Extract<NonNullable<Plan["carried"]>, { kind: "list" }>;

/** Queries the packages of the next order of a list, or shows the list. */
export function nextPackages(
  state: DialogState,
  plan: Plan,
  list: List,
  speaker: DialogContext,
): Step {
  const number = list.answer.orders[list.left[0] ?? -1]?.item.order_number;
  if (number === undefined) {
    const isPicked = plan.wish !== undefined && plan.wish.narrowing !== null;
    const answer = { ...list.answer, isPicked, ...(list.on && { on: list.on }) };
    return showLines(state, list.asked, answer, list.heading, speaker);
  }
  const packages = byOrder("packages", number, plan.wish);
  return inquire(state, { ...packages, carried: list });
}

/** Returns a reply about orders that expires with the proof by which the customer saw them. */
export const toldOf = (orders: readonly Shown<SeenOrder>[], reply: Reply): Reply =>
  until(restsOn(orders), { ...reply, ofOrder: { personal: [] } });

/** Shows the list with one line per order, and the follow-up choices. */
function showLines(
  before: DialogState,
  asked: AccountQuestion,
  answer: OrdersShown & { isPicked?: boolean; on?: Plan },
  heading: string,
  speaker: DialogContext,
): Step {
  // Orders picked out of all lists are not a page of one list, so there is no next page.
  const { orders, isPicked = false, on } = answer;
  const news = offerAllNews(showList(before, orders), orders, speaker);
  const { state } = news;
  const goods = goodsChoices(orders);
  const isFull = goods.length >= fewGoods;
  const more = isPicked ? moreOf(state, on) : moreChoices(state, asked, answer, isFull);
  const choices = [
    ...proofChoices(state, asked, orders, speaker),
    ...goods,
    ...more,
    ...news.choices,
  ];
  const list: Reply = { kind: "orders", orders, choices };
  if (asked.page > 1) return tell(state, list);
  const told = (words: string) => (isPicked ? toldOf(orders, text(words)) : text(words));
  const allHidden = orders.every((order) => order.level === 0);
  if (!allHidden || state.ladderTold) return tell(state, told(heading), list);
  const { locale } = state;
  const hint = ladderWords(locale, asked.userAccount, speaker);
  const head = [heading, hint].join(languages[locale].sentenceSpace);
  return tell({ ...state, ladderTold: true }, told(head), list);
}

function showEmpty(
  state: DialogState,
  { userAccount, filter }: AccountQuestion,
  speaker: DialogContext,
): Step {
  const { locale } = state;
  const isOwn = userAccount === state.account;
  const choices = [
    ...otherFilters(locale, userAccount, filter),
    ...(isOwn ? [] : [accountChoice(locale, "choiceOtherEmail", speaker)]),
  ];
  return tell(state, text(say(locale, emptyLists[filter]), { choices }));
}

function headingOf(
  { locale }: DialogState,
  { filter }: AccountQuestion,
  { orders, hasNextPage }: OrdersShown,
  wish: Wish | undefined,
): string {
  if (orders.every((order) => order.level === 0)) {
    const exact = hasNextPage ? countedBelow : orders.length;
    const count = exact >= countedBelow ? "countMore" : exact === 1 ? "count1" : "count2";
    return say(locale, maskedHeadings[filter], { count: say(locale, count) });
  }
  if (wish && asksWhich(wish, filter)) return say(locale, "whichOne");
  const [one, some, more] = headings[filter];
  const count = orders.length;
  if (hasNextPage) return say(locale, more, { count });
  return count === 1 ? say(locale, one) : say(locale, some, { count });
}

/** Whether the lines of a list do not answer the question, so that the customer must pick an order. */
export const asksWhich = ({ facts }: Wish, filter?: OrderFilter) =>
  facts.some((fact) => !toldByLines.has(fact) && !(fact === "payment" && filter === "unpaid"));

const toldByLines: ReadonlySet<Fact> = new Set<Fact>(["status", "expected", "count"]);

function proofChoices(
  { locale }: DialogState,
  asked: AccountQuestion,
  orders: readonly Shown<SeenOrder>[],
  speaker: DialogContext,
): Choice[] {
  if (!orders.some((order) => order.level === 0)) return [];
  const plan = { ...plainly(asked), question: asked };
  return [
    ...(canProve(asked.userAccount, speaker)
      ? [proveChoice(locale, "choiceGetCode", asked.userAccount, plan)]
      : []),
    ...(speaker.offersLinks ? [linkChoice(locale, "choiceSignIn", plan)] : []),
  ];
}

/** A button an order, named by its goods; two that would be named alike get their numbers. */
function goodsChoices(orders: readonly Shown<SeenOrder>[]): Choice[] {
  const named = orders.slice(0, maxGoods).flatMap((order) => {
    const { level, item } = order;
    const { order_number: number } = item;
    return level === 0 || !number
      ? []
      : [
          {
            number,
            proof: restsOn([order]),
            title: goodsTitle(titlesOf(item), number),
          },
        ];
  });
  return named.map(({ number, proof, title }) => {
    const isAlike = named.filter((other) => other.title === title).length > 1;
    return orderChoice(isAlike ? number : title, number, proof, { goal: "packages" });
  });
}

/**
 * Returns choices for the next page and the other lists, or only one of them where space is short: customers can type
 * the rest.
 */
function moreChoices(
  { locale }: DialogState,
  asked: AccountQuestion,
  { hasNextPage }: OrdersShown,
  isFull: boolean,
): Choice[] {
  const next = askChoice(say(locale, "choiceMore"), { ...asked, page: asked.page + 1 });
  const others = otherFilters(locale, asked.userAccount, asked.filter);
  if (!isFull) return [...(hasNextPage ? [next] : []), ...others];
  // From the open ones to the past ones, and back.
  const likely = asked.filter === "open" ? others.at(-1) : others[0];
  return [hasNextPage ? next : likely].filter((choice) => choice !== undefined);
}

function moreOf({ locale }: DialogState, on: Plan | undefined): Choice[] {
  return on ? [{ title: say(locale, "choiceMore"), action: { kind: "ask", plan: on } }] : [];
}

/** Returns what an account that was only typed needs before its orders are shown. */
export function ladderWords(
  locale: Locale,
  account: string | null,
  speaker: DialogContext,
): string {
  const isOfPhone = account === null ? speaker.accountKind === "phone" : isPhone(account);
  if (speaker.offersLinks) return describeAccount(locale, isOfPhone, "ladderAccountOrSignIn");
  return canProve(account, speaker)
    ? say(locale, "ladderAccountOrCode")
    : describeAccount(locale, isOfPhone, "ladderAccount");
}

/** Returns an order's stage, as far as its status shows it. */
export const stageOfOrder = ({ item }: Shown<SeenOrder>) => orderStage(item);
