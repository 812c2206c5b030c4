import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import type { Choice } from "@meetbot/model/conversation/reply.ts";
import type { RatedHolder, RatingValue } from "@meetbot/model/conversation/waiting.ts";
import { say } from "@meetbot/presentation";
import { type Step, tell, text } from "../dialogs/moves.ts";
import { withoutQuestion } from "./leave-email.ts";

const values: readonly RatingValue[] = [1, 2, 3, 4, 5];

/** Asks how satisfied the customer is; nothing else changes, and the customer may ignore the question. */
export function askRating(state: DialogState, holder: RatedHolder): Step {
  const choices = values.map(
    (value): Choice => ({ title: String(value), action: { kind: "rate", value, holder } }),
  );
  const asked = tell(state, text(say(state.locale, "askRating"), { choices }));
  return { ...asked, rating: { kind: "asked", holder } };
}

/** Stores the rating, and asks for a comment. */
export function rate(state: DialogState, rated: { value: RatingValue; holder: RatedHolder }): Step {
  const { locale } = state;
  const nothing: Choice = { title: say(locale, "choiceNothing"), action: { kind: "no_words" } };
  const asked: DialogState = { ...state, besides: { asks: "rating_words" } };
  const thanks = tell(asked, text(say(locale, "ratingThanks"), { choices: [nothing] }));
  return { ...thanks, rating: { kind: "rated", ...rated } };
}

/** Thanks a customer who has nothing to add to their rating. */
export function rateWithoutWords(state: DialogState): Step {
  return tell(withoutQuestion(state), text(say(state.locale, "ratingNoted")));
}

/**
 * Handles the next message as the customer's comment on the rating, unless they clearly want something; `null` when the
 * message is no comment.
 */
export function handleRatingWords(state: DialogState, said: Recognition): Step | null {
  if (state.besides?.asks !== "rating_words") return null;
  const wants = said.decision === "act" && !isManner.has(said.intent);
  if (wants || said.entities.orderNumbers.length > 0 || said.entities.packageNumbers.length > 0) {
    return null;
  }
  const noted = tell(withoutQuestion(state), text(say(state.locale, "ratingNoted")));
  return { ...noted, rating: { kind: "words", words: said.text } };
}

const isManner: ReadonlySet<Recognition["intent"]> = new Set<Recognition["intent"]>([
  "thanks_bye",
  "other",
]);
