import type { Answer, AnswerText } from "@meetbot/model/answers/answer-book.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { matchLocale } from "@meetbot/presentation";
import type { DialogContext } from "../dialogs/moves.ts";
import { speaksOfOrder } from "./fill-answer.ts";

/** A shop's current answer to a topic. */
export interface ShopAnswer extends AnswerText {
  /** The language of the answer, if it is not the customer's. */
  foreign: Locale | null;
}

/** It is found by whatever id was stored with a button. */
type Answers = Partial<Record<string, Answer>>;

/**
 * Returns the shop's answer to a topic in the customer's language, else in the bot's, else in any; `null` if it has no
 * answer that is valid today.
 */
export function shopAnswerTo(
  id: string,
  locale: string,
  speaker: Pick<DialogContext, "answers" | "locale" | "today">,
): ShopAnswer | null {
  const answers: Answers = speaker.answers.answers;
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (!answer || !isValid(answer, speaker.today)) return null;
  const written = Object.keys(answer.texts) as Locale[];
  const own = matchLocale(locale, written);
  const chosen = own ?? matchLocale(speaker.locale, written) ?? written[0];
  const said = chosen && answer.texts[chosen];
  return said ? { ...said, foreign: own ? null : chosen } : null;
}

/** Whether the shop's answer to a topic has placeholders for an order. */
export function needsOrder(
  topic: string,
  { locale }: { locale: string },
  speaker: Pick<DialogContext, "answers" | "locale" | "today">,
): boolean {
  const answer = shopAnswerTo(topic, locale, speaker);
  return answer !== null && speaksOfOrder(answer.text);
}

/** Whether the answer is valid today; both bounds are inclusive. */
const isValid = ({ validFrom, validUntil }: Answer, today: string): boolean =>
  (validFrom === null || validFrom <= today) && (validUntil === null || today <= validUntil);
