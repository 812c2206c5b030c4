import type { Plan, Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { ShownAnswer } from "@meetbot/model/conversation/shown-answer.ts";
import { orderOnScreen, putOnScreen } from "../context/on-screen.ts";
import type { DialogContext, Step } from "../dialogs/moves.ts";
import { answerTopicAlone, prependTopic, standAlone, topicTold } from "./answer-topic-alone.ts";

type OfTopic = Wish & { topic: string };

/** Whether the customer wants the shop's answer to a topic for an order. */
export const isOfTopic = (wish: Wish | undefined): wish is OfTopic => wish?.topic !== undefined;

/** Replies with the shop's answer and the order that was found for it. */
export function answerTopicWithOrder(
  before: DialogState,
  order: Shown<SeenOrder>,
  wish: OfTopic,
  speaker: DialogContext,
): Step {
  const { topic, concern } = wish;
  const state = putOnScreen(before, orderOnScreen(order), wish);
  return answerTopicAlone(state, { topic, concern, order }, speaker);
}

/**
 * If no order could be shown for a topic, adds the shop's answer without its hidden parts, before the reply that says
 * which proof is needed.
 */
export function answerTopicWithoutOrder(
  step: Step,
  { wish }: Pick<Plan, "wish">,
  answer: Pick<ShownAnswer, "kind">,
  speaker: DialogContext,
): Step {
  if (!isOfTopic(wish) || step.ask || step.topic || isAsking(step, wish)) return step;
  const asked = { topic: wish.topic, concern: wish.concern, order: null };
  const told = topicTold(step.state, asked, speaker);
  if (!told) return step;
  if (answer.kind === "unavailable") return standAlone(step.state, asked, told, speaker);
  const { form } = step.state;
  const state = form ? { ...step.state, form: { ...form, wish } } : step.state;
  return prependTopic({ ...step, state }, asked, told);
}

/** Whether the bot is asking which order the customer refers to; the topic's answer follows later. */
const isAsking = ({ state }: Step, { topic }: OfTopic) => state.form?.wish?.topic === topic;
