import type { Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState, OnScreen } from "@meetbot/model/conversation/dialog-state.ts";
import type { Fact, Recognition, Survey } from "@meetbot/model/conversation/recognition.ts";
import { say } from "@meetbot/presentation";
import { isOfAll } from "../answers/gathering.ts";
import { sumOnScreen } from "../answers/sum-on-screen.ts";
import { byTotal } from "../context/described.ts";
import { spokenOf } from "../context/meant.ts";
import { type DialogContext, first, type Step, text } from "../dialogs/moves.ts";
import { lookAt, lookUp } from "./look-up.ts";
import type { Wanted } from "./wanted.ts";

/** Maximum number of orders that the bot describes in one turn. */
const maxAtOnce = 3;

/** Surveys that may refer to the list on the screen; the others cover all orders. */
const ofList: ReadonlySet<Survey> = new Set<Survey>([
  "sum",
  "cheapest",
  "dearest",
  "paid",
  "sent",
  "here",
]);

/** “Has everything been sent?” asks about what was just shown: one order, or the list. */
const ofParcels: ReadonlySet<Survey> = new Set<Survey>(["sent", "here"]);

/** The fact of each order that answers a question about several, where the bot cannot look through them. */
const factOf: Record<Survey, Fact> = {
  sum: "total",
  cheapest: "total",
  dearest: "total",
  paid: "payment",
  sent: "sent",
  here: "delivered",
  next: "expected",
  last_here: "delivered",
};

/**
 * Decides which orders a question about several orders covers: the one under discussion, those on the screen, or all.
 */
export function settled(
  state: DialogState,
  { refersBack }: Pick<Recognition, "refersBack">,
  wanted: Wanted,
): Wanted {
  const { narrowing } = wanted.wish;
  const { survey, ofOneToo, onScreen: saysSo, ...rest } = narrowing ?? {};
  if (!survey) return wanted;
  const isHidden = state.shown.length > 0 && state.shown.every(({ number }) => number === null);
  if (isHidden) return { ...wanted, wish: ofEach(wanted.wish, survey) };
  const orders = ordersOn(state);
  const isWhole = ofOneToo && ofParcels.has(survey);
  // When a guest asked for a few orders, “altogether” may mean the current one or all of them, so the bot gives both.
  const isGuest = (state.email ?? state.account) === null;
  const isFew = orders.length > 1 && orders.length <= maxAtOnce;
  const isOfFew = isGuest && survey === "sum" && isFew;
  const isOfOne =
    ofOneToo && spokenOf(state) && !isOfFew && (survey === "sum" || isWhole || orders.length < 2);
  if (isOfOne && survey === "sent") return { ...wanted, wish: ofEach(wanted.wish, survey) };
  const isPlain = Object.keys(rest).length === 0 && wanted.filter === null;
  const isOfThose = saysSo || refersBack || isWhole;
  const onScreen = isPlain && isOfThose && orders.length > 1 && ofList.has(survey);
  const settledTo = {
    ...rest,
    ...(!isOfOne && { survey }),
    ...(isOfFew && ofOneToo && spokenOf(state) && { ofOneToo: true as const }),
    ...(onScreen && { onScreen: true as const }),
  };
  const isNarrowed = Object.keys(settledTo).length > 0;
  return { ...wanted, wish: { ...wanted.wish, narrowing: isNarrowed ? settledTo : null } };
}

/** Returns the step that answers a question about several orders at once; `null` when there is no such question. */
export function askOverall(
  state: DialogState,
  wanted: Wanted,
  speaker: DialogContext,
): Step | null {
  const { wish } = wanted;
  const { survey, ofOneToo } = wish.narrowing ?? {};
  if (!isOfAll(wish) || state.form?.awaiting === "code") return null;
  const ofFew = survey === "sum" && ofOneToo ? sumOnScreen(state, ordersOn(state)) : null;
  if (ofFew) return ofFew;
  if (state.email ?? state.account) {
    return survey || wish.facts.includes("count") ? lookUp(state, wanted, speaker) : null;
  }
  if (!survey) return null;
  const orders = ordersOn(state).slice(0, maxAtOnce);
  if (orders.length > 1) return answerFew(state, orders, survey, wish);
  return orders.length === 0 ? lookUp(state, wanted, speaker) : null;
}

const least = { sign: -1, phrase: "surveyCheapest" } as const;
const most = { sign: 1, phrase: "surveyDearest" } as const;

/**
 * Answers about the orders that a guest has on the screen: their sum, the one that cost least or most, or a fact of
 * each.
 */
function answerFew(
  state: DialogState,
  orders: readonly OnScreen[],
  survey: Survey,
  wish: Wish,
): Step {
  if (survey === "sum") {
    const sum = sumOnScreen(state, orders);
    if (sum) return sum;
  }
  const end = survey === "cheapest" ? least : survey === "dearest" ? most : null;
  const found = end === null ? [] : byTotal(orders, end.sign);
  if (end === null || found.length === 0) return lookAt(state, orders, ofEach(wish, survey));
  const { locale } = state;
  const covered = { count: orders.length, parts: say(locale, "partShown") };
  const words = text(say(locale, end.phrase, covered));
  return first(words, lookAt(state, found, ofEach(wish, survey)));
}

const ordersOn = ({ shown }: DialogState) =>
  shown.filter(({ kind, number }) => kind === "order" && number !== null);

const ofEach = (wish: Wish, survey: Survey): Wish => ({
  ...wish,
  ...{ facts: [factOf[survey]], narrowing: null, concern: null },
});
