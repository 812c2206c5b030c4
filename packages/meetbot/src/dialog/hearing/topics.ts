import type { Plan } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { NamedFact, Recognition } from "@meetbot/model/conversation/recognition.ts";
import type { TopicId } from "@meetbot/model/topics/catalog.ts";
import { sameNumber } from "@meetbot/protocol";
import { named, spokenOf } from "../context/meant.ts";
import { byOrder } from "../dialogs/look-up.ts";
import type { DialogContext, Step } from "../dialogs/moves.ts";
import { prependTopic, topicTold } from "../topics/answer-topic-alone.ts";
import { besideOrders, likelyTopic } from "../topics/likely-topic.ts";
import { needsOrder, shopAnswerTo } from "../topics/shop-answer.ts";
import { answerTopic, isOfRefund, wishFor } from "./answer-topic.ts";
import { lookUp } from "./look-up.ts";
import type { Wanted } from "./wanted.ts";

const looksUp: ReadonlySet<Recognition["intent"]> = new Set(["order_query", "package_track"]);

/** Checks whether the customer asks about an order of their own beside a topic. */
export function asksOfOrder(state: DialogState, said: Recognition): boolean {
  const isUnsure = said.decision === "clarify" && said.about.length > 0;
  if (looksUp.has(said.intent) && (said.decision === "act" || isUnsure)) return true;
  if (said.topic && besideOrders.has(said.topic.id) && said.about.some(isWhereabouts)) return true;
  const isBeside = said.concern === null ? !said.isOtherTopic : besideFacts.has(said.concern);
  return isBeside && canFollow(state, said);
}

/** Concerns beside which a customer also asks for a fact about the order itself. */
const besideFacts: ReadonlySet<Recognition["concern"]> = new Set<Recognition["concern"]>([
  "delivery_wish",
  "pickup_code",
  "gift",
]);

/**
 * Whether the customer asks where the order is. Recognition finds no such fact in “where is my return”, so next to a
 * topic the fact is a separate question.
 */
const isWhereabouts = (fact: NamedFact) => fact === "status" || fact === "expected";

/** Whether the customer asks for a fact and there is an order it can be about. */
export const canFollow = ({ shown, form }: DialogState, { about }: Recognition): boolean =>
  about.length > 0 && (shown.length > 0 || (form !== null && form.orderNumber !== null));

/** “Unpaid ones”, “how do I pay”: the bot can answer these once it has the customer's account or email. */
const asksOfAccount = ({ account, email }: DialogState, { about, filter }: Recognition): boolean =>
  (account ?? email) !== null && (about.length > 0 || filter !== null);

/** “Which carrier?” can ask about the shop or an order; with an order on the screen, it asks about that order. */
const factOf: Partial<Record<string, NamedFact>> = {
  carriers: "carrier",
  delivery_time: "expected",
  delivery_cost: "shipping",
  payment_problem: "payment",
  discount: "discount",
} satisfies Partial<Record<TopicId, NamedFact>>;

function isOfShown(state: DialogState, said: Recognition): boolean {
  const fact = factOf[said.topic?.id ?? ""];
  return fact !== undefined && said.about.includes(fact) && canFollow(state, said);
}

/**
 * From this confidence on the bot responds to a topic without an answer, even where it could give a fact of an order.
 */
const sureOfTopicFrom = 0.95;

/** Returns the topic to answer; `null` when there is none, or a question about an order takes precedence. */
export function topicIn(
  state: DialogState,
  said: Recognition,
  wanted: Wanted,
  speaker: DialogContext,
): string | null {
  const topic = likelyTopic(said, state, speaker);
  const hasOrder = wanted.numbers.length > 0 || wanted.email !== null;
  const asks =
    hasOrder || canFollow(state, said) || asksOfOrder(state, said) || asksOfAccount(state, said);
  // When a customer complains and asks, the bot answers the question after a word about the complaint.
  if (topic === "complaint" && asks) return null;
  const isGuessed = said.concern === null && topic !== null;
  const isEmpty = isGuessed && shopAnswerTo(topic, state.locale, speaker) === null;
  const isSure = (said.topic?.confidence ?? 0) >= sureOfTopicFrom && !isOfShown(state, said);
  return isEmpty && asks && !isSure ? null : topic;
}

/**
 * Returns the question behind an order that was offered for a topic and that the customer now picks; `null` when they
 * pick none.
 */
export function pickedFor(
  state: DialogState,
  said: Recognition,
  speaker: DialogContext,
): Plan | null {
  const [one, ...others] = named(state, said, speaker);
  if (!one?.number || others.length > 0 || said.about.length > 0) return null;
  const { number } = one;
  const plans = state.offered.flatMap(({ action }) => (action.kind === "ask" ? action.plan : []));
  const isMeant = ({ question, wish }: Plan) =>
    wish?.topic !== undefined &&
    "orderNumber" in question &&
    sameNumber(question.orderNumber, number);
  return plans.find(isMeant) ?? null;
}

/** Whether the answer concerns the order whose number was typed: its refunds are known only with that order. */
const isOfOrderGiven = (topic: string, state: DialogState, speaker: DialogContext) =>
  topic === "refund" || needsOrder(topic, state, speaker);

/** Answers both a question about an order and a topic; `number` is the order's, where it is known. */
export function answerBoth(
  state: DialogState,
  topic: string,
  said: Recognition,
  { step, number }: { step: Step; number: string | null | undefined },
  speaker: DialogContext,
): Step {
  const { concern } = said;
  const isOfSpoken = !number || number === spokenOf(state)?.number;
  if (isOfSpoken && isOfRefund(state, topic)) return answerTopic(state, topic, said, speaker);
  if (number && step.ask?.kind === "merchant" && isOfOrderGiven(topic, state, speaker)) {
    const { plan } = step.ask;
    const after = byOrder("orders", number, wishFor(topic, concern));
    const next = [...(plan.next ?? []), after];
    return { ...step, ask: { ...step.ask, plan: { ...plan, next } } };
  }
  const asked = { topic, concern, order: null };
  const told = topicTold(state, asked, speaker);
  return told ? prependTopic(step, asked, told) : step;
}

/** Answers a topic that comes with a number or an email: sends the shop's words with that order, or before it. */
export function answerGiven(
  state: DialogState,
  topic: string,
  said: Recognition,
  { wanted, looked }: { wanted: Wanted; looked: Step },
  speaker: DialogContext,
): Step {
  const [one, ...others] = wanted.numbers;
  const isOne = others.length === 0;
  if (isOne && !asksOfOrder(state, said) && isOfOrderGiven(topic, state, speaker)) {
    const wish = wishFor(topic, said.concern);
    return lookUp({ ...state, form: null }, { ...wanted, wish }, speaker);
  }
  const number = isOne && !one?.isPackage ? one?.value : null;
  return answerBoth(state, topic, said, { step: looked, number }, speaker);
}
