import { languages } from "../languages/customer-locale.ts";
import { stageOf } from "../status/stage-of.ts";
import { type Stage, stages } from "../status/stages.ts";
import { isCalendarDate } from "../text/dates.ts";
import { say } from "../text/say.ts";
import { dayWords } from "./day-words.ts";
import type { Known, Told } from "./told.ts";
import { isUnderway, statusOf, type Telling, whereSentence } from "./where.ts";

/** When it comes, or came: whichever was asked, only what is true is said. */
export function whenTold(
  known: Known,
  telling: Telling,
  asked: "expected" | "delivered" = "expected",
): Told | null {
  const [status, of] = statusOf(known);
  if (status === undefined) return null;
  const { locale, today } = telling;
  const stage = stageOf(status, of)?.stage;
  const date = known.pkg?.exp_delivery ?? "";
  const value = isCalendarDate(date) ? date : status;
  const day = dayWords(date, locale, today);
  if (stage && stages[stage].step === "delivered") {
    return day && date <= today
      ? { text: say(locale, "factDelivered", { day }), value }
      : { text: say(locale, "factDeliveredSome"), value: status };
  }
  if (!stage || !isToCome(stage)) return { text: whereSentence(known, telling), value: status };
  if (day && date < today) return { text: say(locale, "factOverdue", { day }), value };
  if (!day && !isUnderway(stage)) return { text: say(locale, "factNotSent"), value };
  const sentences = [
    ...(asked === "delivered" ? [say(locale, "factNotDelivered")] : []),
    day ? say(locale, "factExpected", { day }) : say(locale, "factNoDate"),
  ];
  return { text: sentences.join(languages[locale].sentenceSpace), value };
}

/** Whether it is still to be brought: what waits to be fetched, went back or was canceled is not. */
function isToCome(stage: Stage): boolean {
  const { step } = stages[stage];
  return stage === "paid" || stage === "unpaid" || (step !== undefined && step !== "pickup");
}
