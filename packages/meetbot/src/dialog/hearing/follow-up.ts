import type { Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState, OnScreen } from "@meetbot/model/conversation/dialog-state.ts";
import type { Concern, Fact, Recognition } from "@meetbot/model/conversation/recognition.ts";
import { say } from "@meetbot/presentation";
import { ladderWords } from "../answers/list-answer.ts";
import { describedOn, describedState } from "../context/described.ts";
import {
  inState,
  type MeantParcels,
  named,
  parcelsMeant,
  placesIn,
  spokenOf,
} from "../context/meant.ts";
import { nextPageIn } from "../context/picked-choice.ts";
import { goodsTitle, orderChoice } from "../dialogs/choices.ts";
import { addFreshPhrase, type DialogContext, type Step, tell, text } from "../dialogs/moves.ts";
import { answerOtherGoods, findGoods, lookAt, lookUp, seeksGoods } from "./look-up.ts";
import type { Wanted } from "./wanted.ts";

/** Concerns that, about an order on the screen, are answered with its status. */
const aboutShown: ReadonlySet<Concern> = new Set<Concern>([
  "late",
  "stuck",
  "not_here",
  "complaint",
  "anger",
]);

/** A longer text that has a pointing word (“it”, “that one”) but no question is about something else. */
const maxPointingLength = 60;

/** Maximum number of orders that the bot describes in one turn. */
const maxAtOnce = 3;

/** More buttons would push the question off a phone's screen; the list above can be pointed at in words. */
const maxChoices = 5;

/** A question this short names nothing: “where?”, 到哪了. */
const maxBareLength = 6;

/** The place that stands for “the other one” among the places in what is shown. */
const otherPlace = 0;

/**
 * Returns the step that answers a question about what is on the screen; `null` when the customer asks about none of it.
 */
export function followUp(
  state: DialogState,
  said: Recognition,
  wanted: Wanted,
  speaker: DialogContext,
): Step | null {
  if (state.shown.length === 0 || isOfRefusal(state, said)) return null;
  const asked = { ...wanted.wish, facts: wanted.wish.facts.filter((fact) => fact !== "count") };
  const wish = { ...asked, facts: factsMeant(state, said, asked, speaker) };
  const asks = wish.facts.length > 0 || (wish.concern !== null && aboutShown.has(wish.concern));
  const isList =
    (wanted.filter !== null || wish.narrowing !== null) && (state.email ?? state.account) !== null;
  const parcels = isList ? null : parcelsMeant(state, said);
  const pointedAt = named(state, said, speaker);
  const things = pointedAt.filter(({ number }) => number !== null);
  const isOther = said.isOtherTopic && !asks;
  const inThatState = pointsAtState(wanted) ? inState(state, wish.narrowing ?? {}) : [];
  if (inThatState.length > 0) return pointAt(state, inThatState, wish, speaker);
  if (
    parcels &&
    !isOther &&
    isOfParcels(parcels, pointedAt, said, () => seeksGoods(state, wish, speaker))
  ) {
    const { one, parcels: meant } = parcels;
    // Named goods identify their parcel, whichever parcel the bot described last.
    const isNamed = pointedAt.length > 0 && placesIn(said).length === 0;
    return lookAt(state, [one], meant && !isNamed ? { ...wish, parcels: meant } : wish);
  }
  if (
    things.length > 0 &&
    things.length <= maxAtOnce &&
    !isOther &&
    !(isList && !asks && wish.narrowing?.end === undefined)
  ) {
    return lookAt(state, things, wish);
  }
  if (things.length === 0 && said.ordinals.includes(otherPlace) && (state.email ?? state.account)) {
    // The customer says “the other one”, but the screen shows only one: shows the others.
    return lookUp(
      { ...state, focus: null },
      { ...wanted, wish: { ...wish, words: null } },
      speaker,
    );
  }
  if (things.length === 0 && !isOther && !isList && isPointing(said)) {
    return pointedAt.length > 0
      ? answerHidden(state, "hiddenLines", speaker)
      : pickFrom(state, wish, speaker);
  }
  // “What did I order before November?” asks about that time, whichever order is under discussion.
  const isOfOne = asks && spokenOf(state) && (said.refersBack || !wish.narrowing?.placed);
  if (isList && !isOfOne) return null;
  const tracks = said.decision === "act" && said.intent === "package_track";
  const points =
    said.refersBack &&
    !said.isOtherTopic &&
    said.text.length <= maxPointingLength &&
    asksToSee(said);
  if (!asks && !tracks && !points) return null;
  const account = state.email ?? state.account;
  if (account && seeksGoods(state, wish, speaker)) {
    return findGoods({ ...state, misunderstood: 0 }, account, wish);
  }
  const one = spokenOf(state);
  const isOfOther = !account && pointedAt.length === 0 && seeksGoods(state, wish, speaker);
  const ofOther = isOfOther ? answerOtherGoods(state, one, wish, speaker) : null;
  if (ofOther) return ofOther;
  if (one?.number) return lookAt(state, [one], wish);
  return whichOf(state, said, { ...wanted, wish }, speaker);
}

/**
 * Whether “why not?” asks about what the bot cannot do; right after an answer about an order, it asks about the order.
 */
export const isOfRefusal = ({ told }: DialogState, { about, text: words }: Recognition): boolean =>
  told === undefined && about.join() === "reason" && words.trim().length <= maxWhyNotLength;

/** “And why not yet?”, “warum nicht?” */
const maxWhyNotLength = 16;

/** For goods, these facts are given per piece. */
const ofMoney: ReadonlySet<Fact> = new Set<Fact>([
  ...(["total", "goods_total", "each", "included", "shipping", "discount", "payment"] as const),
]);

/** “And the other one?”, “and the socks?”: repeats the last question for the thing that the customer points at now. */
function factsMeant(
  state: DialogState,
  said: Recognition,
  { facts, concern, narrowing }: Wish,
  speaker: DialogContext,
): readonly Fact[] {
  const before = state.told?.facts ?? [];
  const asksElse = facts.length > 0 || concern !== null || narrowing !== null;
  if (asksElse || before.length === 0 || said.topic !== null || said.decision === "act")
    return facts;
  const pointedAt = named(state, said, speaker);
  if (pointedAt.length === 0) return facts;
  const isOfGoods =
    placesIn(said).length === 0 && pointedAt.every(({ number }) => number === state.told?.number);
  return isOfGoods && before.some((fact) => ofMoney.has(fact)) ? ["each"] : before;
}

/** Whether the customer picks from the screen by state: “the refunded one”, “not the canceled ones”. */
const pointsAtState = ({ wish: { narrowing } }: Wanted) =>
  narrowing !== null && (narrowing.one ?? narrowing.not ?? false) && !narrowing.survey;

/**
 * Answers “the cheaper one” and 到了的那个 with the order that matches the words. If none on the screen matches, searches
 * all orders of the account, or asks which one the customer means. `null` if the words describe no order.
 */
export function followDescribed(
  state: DialogState,
  said: Recognition,
  wanted: Wanted,
  speaker: DialogContext,
): Step | null {
  const { wish, filter } = wanted;
  const hasAccount = (state.email ?? state.account) !== null;
  const isOfAccount = hasAccount && (wish.narrowing?.survey !== undefined || filter !== null);
  const described = isOfAccount ? null : describedOn(state.shown, said.text);
  if (described === null && state.shown.length === 1) return describedParcels(state, said, wish);
  if (described === null || named(state, said, speaker).length > 0) return null;
  const facts = wish.facts.filter((fact) => fact !== "count");
  const plain = { ...wish, facts, narrowing: null };
  const { fits, ofAccount } = described;
  if (fits.length > 0) return pointAt(state, fits, plain, speaker);
  if (hasAccount && ofAccount) {
    return lookUp(state, { ...wanted, wish: { ...plain, narrowing: ofAccount } }, speaker);
  }
  const orders = ordersOn(state);
  if (orders.length < 2) return null;
  // If every order's stage or total is known, none of them fits the description.
  const isKnown = orders.every(({ stage, total }) => (ofAccount ? stage : total) !== undefined);
  return whichOne(state, orders, plain, isKnown && ofAccount ? "noneFits" : "whichOne");
}

/** Answers “the one that came” for an order that comes in several parcels. */
function describedParcels(
  state: DialogState,
  { text: words, ordinals }: Recognition,
  wish: Wish,
): Step | null {
  const one = spokenOf(state);
  const parcelsThat = ordinals.length === 0 && one?.parcels ? describedState(words) : null;
  if (!one || parcelsThat === null) return null;
  return lookAt(state, [one], { ...wish, goal: "packages", narrowing: null, parcelsThat });
}

/** Answers about the one that the customer means; if several fit, asks which. */
function pointAt(
  state: DialogState,
  things: readonly OnScreen[],
  wish: Wish,
  speaker: DialogContext,
): Step | null {
  const named = things.flatMap(({ number, ...one }) =>
    number === null ? [] : [{ number, ...one }],
  );
  const plain = { ...wish, narrowing: null };
  const [one, ...others] = named;
  if (!one) return answerHidden(state, "hiddenLines", speaker);
  return others.length > 0 ? whichOne(state, named, plain) : lookAt(state, things, plain);
}

/** Whether the customer means parcels, not something named by its goods. */
function isOfParcels(
  { one }: MeantParcels,
  pointedAt: readonly OnScreen[],
  said: Pick<Recognition, "ordinals" | "picked">,
  namesGoods: () => boolean,
): boolean {
  if (placesIn(said).length > 0) return true;
  return pointedAt.length > 0 ? pointedAt.every((it) => it === one) : !namesGoods();
}

/** It counts something on the screen, and wants to see that. */
const isPointing = (said: Recognition) =>
  placesIn(said).length > 0 && said.text.length <= maxPointingLength && asksToSee(said);

/** Offers what the customer can point at, after they pointed at a line that does not exist. */
function pickFrom(state: DialogState, wish: Wish, speaker: DialogContext): Step | null {
  const orders = ordersOn(state);
  return orders.length > 0
    ? whichOne(state, orders, wish)
    : answerHidden(state, "hiddenLines", speaker);
}

/**
 * Whether the customer asks to see something: “And that one?”, “then show it to me”; not just any sentence with an
 * “it”.
 */
const asksToSee = ({ intent, decision }: Recognition) =>
  intent === "order_query" ||
  intent === "package_track" ||
  (intent === "other" && decision !== "act");

/** Facts that an order number does not unlock: they need a proof of ownership. */
const ofOwner: ReadonlySet<Fact> = new Set<Fact>(["address", "recipient", "payment"]);

/** Whether a list shows only status and month, and the customer asks for anything else about it. */
const asksForHidden = ({ shown }: DialogState, { facts }: Wish) =>
  shown.every(({ number }) => number === null) && facts.some((fact) => fact !== "status");

/**
 * Says which proof the customer needs, in other words than the last time, and offers the ways to prove an account
 * again.
 */
function answerHidden(
  state: DialogState,
  key: "factHidden" | "hiddenLines",
  speaker: DialogContext,
): Step {
  const { locale, email } = state;
  const ladder = ladderWords(locale, email, speaker);
  const words = state.ladderTold ? addFreshPhrase(state, key, "hiddenAgain") : ladder;
  const choices = state.offered.filter(({ action }) => action.kind !== "menu");
  const reply = text(words, { choices, ask: "order_number" });
  return tell({ ...state, misunderstood: 0, ladderTold: true }, reply);
}

type NamedOrder = Omit<OnScreen, "kind"> & { number: string };

/** Returns the orders on the screen that the shop can be queried for. */
const ordersOn = ({ shown }: DialogState): NamedOrder[] =>
  shown.flatMap(({ kind, number, ...one }) =>
    kind === "order" && number !== null ? [{ number, ...one }] : [],
  );

/** Whether a text such as “Where is it?” refers to what is on the screen, whichever list that is. */
const speaksOfScreen = ({ intent, refersBack, text: words }: Recognition) =>
  intent !== "order_query" && (refersBack || words.trim().length <= maxBareLength);

/**
 * Handles a question about several orders on the screen: for their location, queries all again; for the rest, asks
 * which one.
 */
function whichOf(
  state: DialogState,
  said: Recognition,
  wanted: Wanted,
  speaker: DialogContext,
): Step | null {
  const { wish } = wanted;
  const named = ordersOn(state);
  const asksWhere = wish.facts.every((fact) => fact === "status" || fact === "expected");
  if (named.length === 0 && asksForHidden(state, wish)) {
    const isOfOwner = wish.facts.some((fact) => ofOwner.has(fact));
    return answerHidden(state, isOfOwner ? "factHidden" : "hiddenLines", speaker);
  }
  const follows = speaksOfScreen(said) && wish.facts.length > 0 && wish.concern === null;
  if (named.length === 0 && follows && state.shown.every(({ number }) => number === null)) {
    return answerHidden(state, "hiddenLines", speaker);
  }
  if (named.length < 2) return null;
  const account = state.email ?? state.account;
  if (asksWhere && !(account && follows)) {
    if (account) return lookUp(state, { ...wanted, wish: { ...wish, words: null } }, speaker);
    return lookAt(state, state.shown.slice(0, maxAtOnce), wish);
  }
  return whichOne(state, named, wish);
}

/** Asks which order the customer means; each button carries the question. */
function whichOne(
  state: DialogState,
  named: readonly NamedOrder[],
  wish: Wish,
  words: "whichOne" | "noneFits" = "whichOne",
): Step {
  const offered = named.slice(0, maxChoices);
  const choices = offered.map(({ number, titles, ...proof }) => {
    const goods = goodsTitle(titles, number);
    const isAlike = offered.filter((one) => goodsTitle(one.titles, "") === goods).length > 1;
    const title = isAlike ? number : goods;
    return orderChoice(title, number, proof, wish);
  });
  const more = nextPageIn(state.offered);
  // The chosen order's card is then drawn again, so that the answer shows which order it is about.
  const asking = { ...state, misunderstood: 0, card: null };
  return tell(asking, text(say(state.locale, words), { choices: [...choices, ...more] }));
}
