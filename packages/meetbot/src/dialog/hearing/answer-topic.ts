import type { Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState, OnScreen } from "@meetbot/model/conversation/dialog-state.ts";
import type { Concern, Recognition } from "@meetbot/model/conversation/recognition.ts";
import { say } from "@meetbot/presentation";
import { gather } from "../answers/gathering.ts";
import { named, spokenOf } from "../context/meant.ts";
import { askFor } from "../dialogs/form.ts";
import { byAccount } from "../dialogs/look-up.ts";
import { type DialogContext, howItStands, inquire, type Step } from "../dialogs/moves.ts";
import { answerTopicAlone } from "../topics/answer-topic-alone.ts";
import { needsOrder, shopAnswerTo } from "../topics/shop-answer.ts";
import { askWhichOrder } from "../topics/which-order.ts";
import { findGoods, lookAt, seeksGoods } from "./look-up.ts";

type Named = Pick<Recognition, "ordinals" | "picked" | "text">;

const nothingNamed: Named = { ordinals: [], picked: null, text: "" };

/** Returns the wish for an order whose data goes with the shop's answer to a topic. */
export const wishFor = (topic: string, concern: Concern | null): Wish => ({
  ...howItStands,
  concern,
  topic,
});

/** Whether the shop lists refunds for the order under discussion, which then are the answer. */
export const isOfRefund = (state: DialogState, topic: string): boolean =>
  topic === "refund" && spokenOf(state)?.refunds === true;

/** Returns the step that answers a topic; if the shop's answer refers to an order, the bot asks for that first. */
export function answerTopic(
  before: DialogState,
  topic: string,
  said: Named & Pick<Recognition, "concern">,
  speaker: DialogContext,
): Step {
  const { concern } = said;
  // The bot stops asking for what another topic still needs.
  const isOfOther = before.form?.wish?.topic !== undefined && before.form.wish.topic !== topic;
  const state = isOfOther ? { ...before, form: null } : before;
  // An open form continues; the topic is then answered without an order.
  const wish = wishFor(topic, concern);
  if (topic === "refund" && state.form === null) {
    if (named(state, said, speaker).length > 0) return askForOrder(state, wish, said, speaker);
    const goods = ofGoods(state, wish, said, speaker);
    if (goods) return goods;
    // The shop may list refunded orders among the account's orders.
    if (state.account !== null && state.focus === null) {
      return gather(state, state.account, { ...wish, narrowing: { state: "refunded" } });
    }
  }
  if (state.form === null && (isOfRefund(state, topic) || needsOrder(topic, state, speaker))) {
    return askForOrder(state, wish, said, speaker);
  }
  return answerTopicAlone(state, { topic, concern, order: null }, speaker);
}

/** “Was the rain jacket refunded?”: the order with it is looked for. */
function ofGoods(
  state: DialogState,
  wish: Wish,
  { text }: Named,
  speaker: DialogContext,
): Step | null {
  const account = state.email ?? state.account;
  const sought = { ...wish, concern: null, words: text };
  // Counts as a question for a fact, so that the named goods are found in every language.
  const asks = { ...sought, facts: ["status"] as const };
  return account && seeksGoods(state, asks, speaker) ? findGoods(state, account, sought) : null;
}

/** Returns the step after a tap on an answer's button; the shop may have changed or removed the answer since. */
export function answerTapped(state: DialogState, topic: string, speaker: DialogContext): Step {
  const answer = shopAnswerTo(topic, state.locale, speaker);
  const asksOrder = answer?.buttons.some(({ kind }) => kind === "order") ?? false;
  if (asksOrder || needsOrder(topic, state, speaker)) {
    return askForOrder({ ...state, form: null }, wishFor(topic, null), nothingNamed, speaker);
  }
  return answerTopicAlone(state, { topic, concern: null, order: null }, speaker);
}

/** Looks up the order that the customer refers to, or asks for it if unknown. */
function askForOrder(state: DialogState, wish: Wish, said: Named, speaker: DialogContext): Step {
  const heard = { ...state, misunderstood: 0 };
  const meant = named(heard, said, speaker).filter(isKnown);
  const one = meant.length === 1 ? meant[0] : spokenOf(heard);
  if (one?.number) return lookAt(heard, [one], wish);
  const orders = heard.shown.filter(isKnown);
  if (orders.length > 0) return askWhichOrder(heard, orders, wish);
  if (heard.account !== null) return inquire(heard, byAccount(heard.account, "open", wish));
  const form = { goal: "orders", filter: "open", awaiting: "order_number", wish } as const;
  return askFor(heard, form, speaker, say(heard.locale, "askOrderNumber"));
}

const isKnown = ({ number }: OnScreen) => number !== null;
