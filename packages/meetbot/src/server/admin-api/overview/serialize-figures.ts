import type { DeliveryTally, Figures } from "@meetbot/model/log/figures.ts";
import { durationAt } from "../../../store/overview/duration-class.ts";
import { durationsOf } from "./serialize-deliveries.ts";

/** Returns the combined figures of one or more parts, as the admin API shows them, with the shop's response times. */
export function serializeFigures(parts: readonly Figures[], deliveries: readonly DeliveryTally[]) {
  const of = (name: keyof Figures) => parts.reduce((sum, part) => sum + part[name], 0);
  const [answered, notFound, unavailable] = [of("answered"), of("notFound"), of("unavailable")];
  const [withQuestion, selfServed] = [of("withQuestion"), of("selfServed")];
  const [conversations, leftAfterRefusal] = [of("conversations"), of("leftAfterRefusal")];
  const misses = of("notUnderstood") + of("otherTopics");
  const durations = durationsOf(deliveries);
  return {
    conversations,
    with_question: withQuestion,
    self_served: selfServed,
    handed_over: of("handedOver"),
    self_served_rate: withQuestion === 0 ? null : selfServed / withQuestion,
    messages: of("messages"),
    utterances: of("utterances"),
    not_understood: of("notUnderstood"),
    other_topics: of("otherTopics"),
    questions: answered + notFound + unavailable,
    answered,
    not_found: notFound,
    unavailable,
    p50_ms: durationAt(0.5, durations),
    p95_ms: durationAt(0.95, durations),
    asked_again: of("askedAgain"),
    left_after_refusal: leftAfterRefusal,
    left_after_refusal_rate: conversations === 0 ? null : leftAfterRefusal / conversations,
    thumbs_up: of("thumbsUp"),
    thumbs_down: of("thumbsDown"),
    topics_asked: of("topicsAsked"),
    topics_answered: of("topicsAnswered"),
    misses,
    misses_per_conversation: conversations === 0 ? null : misses / conversations,
  };
}
