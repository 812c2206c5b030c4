import type { AccountQuestion, InList, Plan, Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Narrowing } from "@meetbot/model/conversation/recognition.ts";
import type { Reply } from "@meetbot/model/conversation/reply.ts";
import { enumerate, languages, type PhraseKey, say } from "@meetbot/presentation";
import type { OrderFilter } from "@meetbot/protocol";
import { otherFilters } from "../dialogs/choices.ts";
import { type DialogContext, first, plainly, type Step, tell, text } from "../dialogs/moves.ts";
import { askForPackages, emptyLists, headings, toldOf } from "./list-answer.ts";
import { headingOf, noneFoundSentence, spanOf } from "./narrowed.ts";
import { orderFound } from "./order-answer.ts";

/** The account's orders that a question is about, newest first. */
export interface Over {
  state: DialogState;
  plan: Plan & { question: AccountQuestion; wish: Wish };
  found: readonly InList[];
  /** There are more than were looked through. */
  isCut: boolean;
  speaker: DialogContext;
}

/** A list longer than this is no answer. */
const maxShown = 10;

/** Up to this many lines are fine in an answer to “how many?”. */
const maxCounted = 5;

const numbered = {
  open: "partOpen",
  unpaid: "partUnpaid",
  past: "partPast",
} as const satisfies Record<OrderFilter, PhraseKey>;

const only = {
  open: "onlyOpen",
  unpaid: "onlyUnpaid",
  past: "onlyPast",
} as const satisfies Record<OrderFilter, PhraseKey>;

/** Returns which orders a count covers: those of one list, or “3 in progress and 12 past”. */
export function ordersCovered(
  found: readonly InList[],
  narrowing: Narrowing,
  locale: Locale,
  speaker: DialogContext,
): string {
  if (narrowing.onScreen) return say(locale, "partShown");
  const [first, ...others] = filtersIn(found);
  const parts = first && others.length === 0 ? say(locale, only[first]) : partsOf(found, locale);
  const span = spanOf(narrowing, locale, speaker);
  return span === "" ? parts : say(locale, "partsPlaced", { parts, span }).trim();
}

function partsOf(found: readonly InList[], locale: Locale): string {
  const named = filtersIn(found).map((filter) => {
    const count = found.filter(({ list }) => list === filter).length;
    return say(locale, numbered[filter], { count });
  });
  return enumerate(named, locale);
}

const filtersIn = (found: readonly InList[]): OrderFilter[] =>
  (Object.keys(numbered) as OrderFilter[]).filter((one) => found.some(({ list }) => list === one));

/** How many orders there are: of all, of a list, of a month or of a state. */
export function countOrders(over: Over): Step {
  const { state, plan, found, speaker } = over;
  const { locale } = state;
  const narrowing = plan.wish.narrowing ?? {};
  const [one, ...others] = found;
  if (!one) return noneFound(over);
  if (others.length === 0 && !over.isCut) {
    const how = { ...plan, wish: plainWish(plan.wish) };
    return first(text(onlyOneSentence(over)), orderFound(state, one.order, how, speaker));
  }
  const { list, state: stage, placed } = narrowing;
  if (stage ?? placed) {
    const count = say(locale, "countFound", { count: countOf(over) });
    return listOf(over, [count, headingOf(state, narrowing, speaker)]);
  }
  const filters = filtersIn(found);
  const [only] = filters.length === 1 ? filters : [list];
  if (only && found.length <= maxShown && !over.isCut) {
    return listOf(over, [say(locale, headings[only][1], { count: found.length })]);
  }
  if (only || found.length <= maxCounted) return listOf(over, [countAllSentence(over)]);
  const choices = otherFilters(locale, plan.question.userAccount, null);
  return tell(state, whileSeen(found, text(countAllSentence(over), { choices })));
}

/** Returns a reply about orders that expires with the proof by which the customer saw them. */
export const whileSeen = (found: readonly InList[], reply: Reply): Reply =>
  toldOf(
    found.map(({ order }) => order),
    reply,
  );

/** Lists all orders, ten at a time, and states their number if there are more. */
export function allOrders(over: Over): Step {
  const { state, plan, found, isCut, speaker } = over;
  const { after = 0 } = plan.wish.narrowing ?? {};
  if (after > 0) {
    const to = Math.min(after + maxShown, found.length);
    const places = { from: after + 1, to, count: countOf(over) };
    return listOf(over, [say(state.locale, "listOn", places)]);
  }
  const isWhole = found.length <= maxShown && !isCut;
  return listOf(over, [
    isWhole ? headingOf(state, plan.wish.narrowing ?? {}, speaker) : countAllSentence(over),
  ]);
}

function listOf(over: Over, heading: string[]): Step {
  const { state, plan, found, speaker } = over;
  const { after = 0 } = plan.wish.narrowing ?? {};
  const shown = found.slice(after, after + maxShown);
  const isMore = found.length > after + maxShown;
  const { locale } = state;
  const isFirst = isMore && after === 0;
  const newest = isFirst ? [say(locale, "listNewest", { count: shown.length })] : [];
  const orders = shown.map(({ order }) => order);
  const list = { kind: "orders" as const, orders, hasNextPage: false };
  const words = joined([...heading, ...newest], locale);
  return askForPackages(state, plan, list, words, speaker, isMore ? goOn(plan, after) : undefined);
}

/** Returns the same question for the orders after those shown now. */
function goOn({ question, wish }: Over["plan"], after: number): Plan {
  const narrowing = { ...wish.narrowing, after: after + maxShown };
  const again = { ...question, page: 1, isLong: true } as const;
  return {
    ...plainly(again, { ...wish, narrowing }),
    carried: { kind: "gathered", found: [] },
  };
}

/** Says that there is only one order, and names the time span if the customer gave one. */
export function onlyOneSentence({ state: { locale }, plan, speaker }: Over): string {
  const span = spanOf(plan.wish.narrowing ?? {}, locale, speaker);
  return span === "" ? say(locale, "countFound1") : say(locale, "spanOnlyOne", { span });
}

function noneFound({ state, plan, speaker }: Over): Step {
  const { locale } = state;
  const { question, wish } = plan;
  const { list, ...others } = wish.narrowing ?? {};
  const choices = otherFilters(locale, question.userAccount, list ?? null);
  if (list) return tell(state, text(say(locale, emptyLists[list]), { choices }));
  const isAny = Object.keys(others).every((key) => key === "all");
  const words = isAny ? say(locale, "countNone") : noneFoundSentence(others, locale, speaker);
  return tell(state, text(words, { choices }));
}

function countAllSentence(over: Over): string {
  const { found, state } = over;
  const parts = partsOf(found, state.locale);
  return say(state.locale, "countAll", { count: countOf(over), parts });
}

/** Returns the number of orders, or "at least" that number when the search was cut short. */
export function countOf({ state, found, isCut }: Over): string {
  const count = found.length;
  return isCut ? say(state.locale, "atLeast", { count }) : String(count);
}

/** Reduces a wish about several orders to the status of one order. */
export const plainWish = (wish: Wish): Wish => ({
  ...wish,
  ...{ goal: "orders", facts: [], concern: null, words: null, narrowing: null },
});

/** Sentences follow each other on one line. */
export function joined(sentences: readonly string[], locale: Locale): string {
  return sentences.join(languages[locale].sentenceSpace);
}
