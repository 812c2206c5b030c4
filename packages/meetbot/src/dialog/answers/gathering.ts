import type {
  AccountQuestion,
  Gathered,
  InList,
  OrdersShown,
  Plan,
  Wish,
} from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { Narrowing } from "@meetbot/model/conversation/recognition.ts";
import { say } from "@meetbot/presentation";
import { sameNumber } from "@meetbot/protocol";
import { titlesOf } from "../context/on-screen.ts";
import { otherFilters } from "../dialogs/choices.ts";
import { byAccount, byOrder } from "../dialogs/look-up.ts";
import {
  type DialogContext,
  first,
  inquire,
  plainly,
  type Step,
  tell,
  text,
  unanswered,
} from "../dialogs/moves.ts";
import { refuse } from "../dialogs/small-talk.ts";
import { answerTopicAlone } from "../topics/answer-topic-alone.ts";
import { isOfTopic } from "../topics/beside-order.ts";
import { allOrders, countOrders } from "./counts.ts";
import { askForPackages, asksWhich } from "./list-answer.ts";
import { headingOf, isMeant, liesIn, listsFor, momentOf, noneFoundSentence } from "./narrowed.ts";
import { orderFound } from "./order-answer.ts";
import { answerSurvey, parcelsFor } from "./surveys.ts";
import { nextToCome, type PackagesPage, seenIn, withParcel } from "./with-parcel.ts";

/** Number of pages searched in each list: 30 orders per list. */
const pagesPerList = 3;

/** Words that may be none of goods cost the shop fewer questions. */
const pagesForGoods = 2;

/** A question about all orders covers 50 orders of each list; more would keep the customer waiting. */
const pagesForAll = 5;

/** A list longer than this is no answer. */
const maxShown = 10;

type Looking = Plan & { question: AccountQuestion; wish: Wish };

/** Whether the question covers all matching orders, so that the bot needs every one of them. */
export function isOfAll({ facts, narrowing }: Wish): boolean {
  return narrowing?.survey !== undefined || narrowing?.all === true || facts.includes("count");
}

/**
 * Searches the lists of an account for orders of a month or a state, for the newest order, or for all orders that a
 * question is about. `list`: the list that the customer named.
 */
export function gather(
  state: DialogState,
  userAccount: string,
  wish: Wish,
  list: Narrowing["list"] | null = null,
): Step {
  const narrowing = { ...wish.narrowing, ...(isOfAll(wish) && list && { list }) };
  const [filter = "open"] = listsFor(narrowing);
  const question = { method: "orders", userAccount, filter, page: 1, isLong: true } as const;
  const carried = { kind: "gathered" as const, found: [] };
  return inquire(state, { ...plainly(question, { ...wish, narrowing }), carried });
}

/** Stores the matching orders of one page, then requests the next page or shows the result. */
export function gatherOn(
  state: DialogState,
  plan: Looking,
  before: Gathered,
  answer: OrdersShown,
  speaker: DialogContext,
): Step {
  const { question, wish } = plan;
  const { orders } = answer;
  const isUnsure = orders.some((one) => liesIn(one, wish.narrowing ?? {}, speaker) === "partly");
  const isHidden = orders.some(({ level }) => level === 0);
  if (isHidden && (isOfAll(wish) || isUnsure)) {
    // For an account that the customer only typed, the bot reveals nothing beyond what its list shows.
    return inquire(state, byAccount(question.userAccount, question.filter, plain(wish)));
  }
  const news = orders
    .filter((one) => isMeant(one, wish, state, speaker) && !isThere(before.found, one))
    .map((order): InList => ({ order, list: question.filter }));
  const found = [...before.found, ...news];
  const { next, isCut } = nextPage(state, question, answer.hasNextPage, wish, found);
  const carried = { ...before, found, ...(isCut && { isCut }) };
  if (next) return inquire(state, { ...plan, question: next, carried });
  const left = parcelsFor(wish.narrowing?.survey, found);
  return nextParcel(state, plan, { ...carried, parcels: { asked: question, left } }, speaker);
}

const isThere = (found: readonly InList[], { level, item }: Shown<SeenOrder>) =>
  level !== 0 &&
  found.some(({ order }) => sameNumber(order.item.order_number ?? "", item.order_number ?? ""));

/** Stores the most informative package of an order and continues with the next order. */
export function parcelHeard(
  state: DialogState,
  plan: Plan,
  before: Gathered & { parcels: NonNullable<Gathered["parcels"]> },
  page: PackagesPage,
  speaker: DialogContext,
): Step {
  const [at, ...left] = before.parcels.left;
  const found = before.found.map((one, place) =>
    place === at ? { ...one, order: withParcel(one.order, page, nextToCome(seenIn(page))) } : one,
  );
  const { asked } = before.parcels;
  return nextParcel(state, plan, { ...before, found, parcels: { asked, left } }, speaker);
}

/**
 * Requests the packages of the next order found, or shows the result. Throws if the plan has no wish, which is a bug.
 */
export function nextParcel(
  state: DialogState,
  plan: Plan,
  gathered: Gathered & { parcels: NonNullable<Gathered["parcels"]> },
  speaker: DialogContext,
): Step {
  const { wish } = plan;
  if (!wish) throw new Error("Nothing is gathered that nobody wants.");
  const { asked, left } = gathered.parcels;
  const number = gathered.found[left[0] ?? -1]?.order.item.order_number;
  if (number !== undefined) {
    return inquire(state, { ...byOrder("packages", number, wish), carried: gathered });
  }
  const { carried: _, ...rest } = plan;
  const [filter = asked.filter] = listsFor(wish.narrowing ?? {});
  const { isLong: __, ...question } = { ...asked, filter, page: 1 };
  return showFound(state, { ...rest, question, wish }, gathered, speaker);
}

function showFound(
  state: DialogState,
  plan: Looking,
  gathered: Gathered,
  speaker: DialogContext,
): Step {
  const { wish, question } = plan;
  const narrowing = wish.narrowing ?? {};
  const { end, goods } = narrowing;
  const found = gathered.found.toSorted((a, b) => momentOf(b.order) - momentOf(a.order));
  const over = { state, plan, found, isCut: gathered.isCut === true, speaker };
  if (narrowing.survey) return answerSurvey(narrowing.survey, over);
  if (wish.facts.includes("count")) return countOrders(over);
  const sorted = found.map(({ order }) => order);
  const meant = goods ? bestNamed(sorted, wish, speaker) : sorted;
  const [newest] = meant;
  if (!newest && narrowing.mayBeNone) {
    return wish.concern === null
      ? unanswered("other_topic", refuse(state, speaker))
      : inquire(state, byAccount(question.userAccount, "open", plain(wish)));
  }
  if (!newest && goods) return withoutGoods(state, plan);
  if (!newest && isOfTopic(wish)) {
    return answerTopicAlone(
      state,
      { topic: wish.topic, concern: wish.concern, order: null },
      speaker,
    );
  }
  if (!newest) {
    const choices = otherFilters(state.locale, question.userAccount, null);
    return tell(
      { ...state, foundNone: true },
      text(noneFoundSentence(narrowing, state.locale, speaker), { choices }),
    );
  }
  const one =
    end === "oldest" ? meant.at(-1) : end === "newest" || meant.length === 1 ? newest : undefined;
  if (one && one.level !== 0) return orderFound(state, one, plan, speaker);
  if (narrowing.all && newest.level !== 0) return allOrders(over);
  const orders = one ? [one] : meant.slice(0, maxShown);
  const list = { kind: "orders" as const, orders, hasNextPage: false };
  const heading =
    goods && asksWhich(wish) ? say(state.locale, "whichOne") : headingOf(state, narrowing, speaker);
  return askForPackages(state, plan, list, heading, speaker);
}

/** Returns the orders from several pages that best match the words. */
function bestNamed(found: readonly Shown<SeenOrder>[], { words }: Wish, speaker: DialogContext) {
  const titles = found.map(({ item }) => titlesOf(item));
  const best = speaker.namedGoods(words ?? "", titles).flatMap((place) => found[place] ?? []);
  return best.map((order) => namedFirst(order, words ?? "", speaker));
}

/** Puts the named item first in its order, because the order's line in the list is named after it. */
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

/** Says that no order contains goods of that name, and lists the orders that exist. */
function withoutGoods(state: DialogState, { question, wish }: Looking): Step {
  const list = byAccount(question.userAccount, "open", plain(wish));
  return first(text(say(state.locale, "goodsNone")), inquire({ ...state, foundNone: true }, list));
}

const plain = (wish: Wish): Wish => ({ ...wish, facts: [], narrowing: null, words: null });

function nextPage(
  { shown }: DialogState,
  question: AccountQuestion,
  hasNextPage: boolean,
  wish: Wish,
  found: readonly InList[],
): { next: AccountQuestion | null; isCut: boolean } {
  const narrowing = wish.narrowing ?? {};
  if (narrowing.onScreen && found.length >= shown.length) return { next: null, isCut: false };
  const isMore = hasNextPage && question.page < pagesFor(wish);
  if (isMore) return { next: { ...question, page: question.page + 1 }, isCut: false };
  const lists = listsFor(narrowing);
  const filter = lists[lists.indexOf(question.filter) + 1];
  return { next: filter ? { ...question, filter, page: 1 } : null, isCut: hasNextPage };
}

function pagesFor(wish: Wish): number {
  if (isOfAll(wish)) return pagesForAll;
  const { end, goods } = wish.narrowing ?? {};
  // Shops list the newest first.
  if (end === "newest") return 1;
  return goods ? pagesForGoods : pagesPerList;
}
