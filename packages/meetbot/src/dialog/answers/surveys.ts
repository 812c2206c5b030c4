import type { InList, Wish } from "@meetbot/model/conversation/ask.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { Fact, Survey } from "@meetbot/model/conversation/recognition.ts";
import {
  enumerate,
  formatMoney,
  orderStage,
  type PhraseKey,
  packageStage,
  readerOf,
  type Stage,
  say,
  stages,
} from "@meetbot/presentation";
import { isInState, unsentStages } from "../context/in-state.ts";
import { otherFilters } from "../dialogs/choices.ts";
import { first, howItStands, type Step, tell, text } from "../dialogs/moves.ts";
import {
  countOf,
  joined,
  type Over,
  onlyOneSentence,
  ordersCovered,
  plainWish,
  whileSeen,
} from "./counts.ts";
import { askForPackages, emptyLists } from "./list-answer.ts";
import { momentOf, noneFoundSentence } from "./narrowed.ts";
import { needsPackages, orderFound } from "./order-answer.ts";
import { dayOf } from "./with-parcel.ts";

/** The maximum number of orders whose packages are requested one by one; more would keep the customer waiting. */
const maxParcels = 10;

/** A list longer than this is no answer. */
const maxShown = 10;

/** Answers a question about several orders at once. */
export function answerSurvey(survey: Survey, over: Over): Step {
  return answers[survey](over);
}

const answers: Record<Survey, (over: Over) => Step> = {
  sum,
  cheapest: (over) => extreme(over, "surveyCheapest"),
  dearest: (over) => extreme(over, "surveyDearest"),
  paid: (over) => whether(over, "paid"),
  sent: (over) => whether(over, "sent"),
  here: (over) => whether(over, "here"),
  next,
  last_here: lastHere,
};

/** Surveys that need packages, because orders do not reliably show the facts, such as that everything was sent. */
const ofParcels: ReadonlySet<Survey> = new Set<Survey>(["sent", "here", "next", "last_here"]);

/** Returns the places, among the orders found, of those whose packages the bot must query before it answers. */
export function parcelsFor(survey: Survey | undefined, found: readonly InList[]): number[] {
  if (!survey || !ofParcels.has(survey)) return [];
  const places = found.flatMap(({ order }, place) =>
    needsPackages(order, howItStands) && (survey === "last_here" || !isHere(order)) ? [place] : [],
  );
  const newest = places.toSorted((a, b) => momentAt(found, b) - momentAt(found, a));
  return newest.slice(0, maxParcels);
}

const momentAt = (found: readonly InList[], place: number): number => {
  const one = found[place];
  return one ? momentOf(one.order) : 0;
};

/** Stages of orders that were not completed or were returned; surveys of all orders leave them out. */
const gone: ReadonlySet<Stage> = new Set<Stage>(["canceled", "refunded", "returning", "returned"]);
const unsent: ReadonlySet<Stage> = new Set<Stage>([...unsentStages, "partially_shipped"]);

/** Returns an order's current stage. Its package is more precise than the order, unless a part was not sent. */
function stageNow({ item }: Shown<SeenOrder>): Stage | undefined {
  const { parcel } = item;
  const ofOrder = orderStage(item);
  const isOfAll = parcel?.package_status !== undefined && ofOrder !== "partially_shipped";
  return isOfAll ? packageStage(parcel) : ofOrder;
}

const isHere = (order: Shown<SeenOrder>) => isInState(stageNow(order) ?? "on_file", "delivered");
const isGone = ({ order }: InList) => gone.has(stageNow(order) ?? "on_file");

/** For each question about all orders: the check, the phrases for the answer, and the fact for a single order. */
const judgements = {
  paid: {
    is: (stage: Stage) => stage !== "unpaid",
    all: "surveyPaid",
    not: "surveyPaidNot",
    fact: "payment",
  },
  sent: {
    is: (stage: Stage) => !unsent.has(stage),
    all: "surveySent",
    not: "surveySentNot",
    fact: "sent",
  },
  here: {
    is: (stage: Stage) => isInState(stage, "delivered"),
    all: "surveyHere",
    not: "surveyHereNot",
    fact: "delivered",
  },
} as const satisfies Partial<
  Record<Survey, { is(stage: Stage): boolean; all: PhraseKey; not: PhraseKey; fact: Fact }>
>;

/** Whether all are paid, sent or here; and if not, which are not. */
function whether(over: Over, survey: keyof typeof judgements): Step {
  const found = over.found.filter((one) => !isGone(one));
  const { is, all, not, fact } = judgements[survey];
  const [only, ...others] = found;
  if (!only) return none(over);
  if (others.length === 0) return addOrderDetails(over, only, [], [fact]);
  const known = found.filter(({ order }) => stageNow(order) !== undefined);
  const lacking = known.filter(({ order }) => !is(stageNow(order) ?? "on_file"));
  const { locale } = over.state;
  if (lacking.length === 0 && known.length < found.length) {
    return list(over, found, [say(locale, "surveyUnsure")]);
  }
  if (lacking.length === 0) {
    const words = sentence([say(locale, all, covers(over, found))], over);
    return tell(over.state, whileSeen(found, text(words)));
  }
  const words = [say(locale, not, { ...covers(over, found), lacking: lacking.length })];
  const [one, ...more] = lacking;
  return one && more.length === 0 ? addOrderDetails(over, one, words) : list(over, lacking, words);
}

/** Answers with the total price of the orders, one sum per currency. */
function sum(over: Over): Step {
  const { found, state } = over;
  const { locale } = state;
  const { onScreen, list: named } = over.plan.wish.narrowing ?? {};
  // An unpaid order does not count as money spent, but does have a price.
  const withUnpaid = onScreen === true || named === "unpaid";
  const bought = found.filter(
    (one) => !isGone(one) && (withUnpaid || stageNow(one.order) !== "unpaid"),
  );
  const priced = bought.filter(({ order }) => totalOf(order) !== undefined);
  const [only, ...others] = priced;
  if (!only) return bought.length > 0 ? tell(state, text(say(locale, "factUnknown"))) : none(over);
  if (others.length === 0) return addOrderDetails(over, only, onlyOne(over), ["total"]);
  const totals = Map.groupBy(priced, currencyOf);
  const amounts = [...totals].map(([currency, orders]) => {
    const total = orders.reduce((all, { order }) => all + (totalOf(order) ?? 0), 0);
    return money(total, currency, locale);
  });
  const amount = enumerate(amounts, locale);
  const words = [
    say(locale, "surveySum", { ...covers(over, priced), amount }),
    ...(bought.length < found.length ? [say(locale, "surveySumWithout")] : []),
  ];
  const facts = [{ about: "total" as const, value: amount }];
  const told = { kind: "text" as const, text: sentence(words, over), facts };
  return tell(state, whileSeen(priced, told));
}

/** For a span of time, states that nothing else was ordered then, or that the rest is left out. */
function onlyOne(over: Over): string[] {
  const { placed } = over.plan.wish.narrowing ?? {};
  if (!placed) return [];
  const isOnly = over.found.length === 1 && !over.isCut;
  return [
    isOnly ? onlyOneSentence(over) : sentence([say(over.state.locale, "surveySumWithout")], over),
  ];
}

/** The one that cost most, or least; one of each currency. */
function extreme(over: Over, phrase: "surveyCheapest" | "surveyDearest"): Step {
  const { locale } = over.state;
  const sign = phrase === "surveyCheapest" ? 1 : -1;
  const priced = over.found.filter((one) => !isGone(one) && totalOf(one.order) !== undefined);
  const cost = ({ order }: InList) => sign * (totalOf(order) ?? 0);
  const chosen = [...Map.groupBy(priced, currencyOf).values()].flatMap((orders) =>
    orders.toSorted((a, b) => cost(a) - cost(b)).slice(0, 1),
  );
  const [one, ...others] = chosen;
  if (!one) return none(over);
  const covered = covers(over, priced);
  if (others.length === 0) {
    const words = priced.length > 1 ? [say(locale, phrase, covered)] : [];
    return addOrderDetails(over, one, words, ["total"]);
  }
  const amounts = enumerate(
    chosen.map((each) => money(totalOf(each.order) ?? 0, currencyOf(each), locale)),
    locale,
  );
  return list(over, chosen, [say(locale, `${phrase}Each`, { ...covered, amounts })]);
}

const money = (amount: number, currency: string | undefined, locale: Locale) =>
  formatMoney(Math.round(amount * 1000) / 1000, currency, readerOf(locale));

const totalOf = ({ item }: Shown<SeenOrder>) => item.summary?.total_cost;
const currencyOf = ({ order }: InList) => order.item.currency;

/** Answers which of the orders still due should arrive first. */
function next(over: Over): Step {
  const { locale } = over.state;
  const { today } = over.speaker;
  const toCome = over.found.filter(
    (one) => !isGone(one) && !isHere(one.order) && stageNow(one.order) !== "unpaid",
  );
  const [only, ...others] = toCome;
  if (!only) return tell(over.state, text(say(locale, "surveyNextNone"), lists(over)));
  if (others.length === 0) return addOrderDetails(over, only, []);
  const key = ({ order }: InList) => {
    const day = dayOf(order.item.parcel);
    const isOut = stages[stageNow(order) ?? "on_file"].step === "out_for_delivery";
    // An overdue order may arrive on any day.
    return isOut ? "0" : day < today ? "9000" : day;
  };
  const [one] = toCome.toSorted((a, b) => key(a).localeCompare(key(b)));
  const isKnown = one !== undefined && key(one) < "9000";
  return isKnown
    ? addOrderDetails(over, one, [say(locale, "surveyNext")])
    : list(over, toCome, [say(locale, "surveyNextUnknown")]);
}

/** Answers which of the delivered orders arrived last. */
function lastHere(over: Over): Step {
  const { locale } = over.state;
  const came = over.found.filter(({ order }) => isHere(order));
  const key = ({ order }: InList) => order.item.parcel?.exp_delivery ?? "";
  // On a tie the first order is the newest.
  const [one] = came.toSorted((a, b) => key(b).localeCompare(key(a)));
  return one
    ? addOrderDetails(over, one, [say(locale, "surveyLast")])
    : tell(over.state, text(say(locale, "surveyLastNone"), lists(over)));
}

/** Adds the details of one order, after the sentence about all of them. */
function addOrderDetails(
  { state, plan, speaker, found }: Over,
  { order }: InList,
  words: readonly string[],
  facts: Wish["facts"] = [],
): Step {
  const { parcel: _, ...item } = order.item;
  const wish = { ...plainWish(plan.wish), facts };
  const step = orderFound(state, { ...order, item }, { ...plan, wish }, speaker);
  if (words.length === 0) return step;
  return first(whileSeen(found, text(joined(words, state.locale))), step);
}

function list(over: Over, found: readonly InList[], words: readonly string[]): Step {
  const { state, plan, speaker } = over;
  const orders = found.slice(0, maxShown).map(({ order }) => order);
  const shown = { kind: "orders" as const, orders, hasNextPage: false };
  return askForPackages(state, plan, shown, sentence(words, over), speaker);
}

function none(over: Over): Step {
  const { list: named } = over.plan.wish.narrowing ?? {};
  const { locale } = over.state;
  const words = named
    ? say(locale, emptyLists[named])
    : noneFoundSentence(over.plan.wish.narrowing ?? {}, locale, over.speaker);
  return tell(over.state, text(words, lists(over)));
}

const lists = ({ state, plan }: Over) => ({
  choices: otherFilters(state.locale, plan.question.userAccount, null),
});

/** How many orders an answer covers, and which. */
function covers(over: Over, found: readonly InList[]) {
  const { state, plan } = over;
  return {
    count: countOf({ ...over, found, isCut: false }),
    parts: ordersCovered(found, plan.wish.narrowing ?? {}, state.locale, over.speaker),
  };
}

/** Adds a note if there are more orders than were searched. */
function sentence(words: readonly string[], { state, isCut }: Over): string {
  const { locale } = state;
  return joined(isCut ? [...words, say(locale, "surveyCut")] : words, locale);
}
