import { languages } from "../languages/customer-locale.ts";
import { type DueDays, dueDays } from "../lines/due-day.ts";
import { type Stage, stages } from "../status/stages.ts";
import { isCalendarDate } from "../text/dates.ts";
import { say } from "../text/say.ts";
import { dayWords } from "./day-words.ts";
import { daysWords } from "./days-words.ts";
import type { Telling } from "./telling.ts";
import type { Known, Told } from "./told.ts";
import { isUnderway, stageOfItem, statusOf, whereSentence } from "./where.ts";

/** When it comes, or came: whichever was asked, only what is true is said. */
export function whenTold(
  known: Known,
  telling: Telling,
  asked: "expected" | "delivered" = "expected",
): Told | null {
  const [status] = statusOf(known);
  if (status === undefined) return null;
  const { locale, today } = telling;
  const stage = stageOfItem(known);
  const isThere = stage && stages[stage].step === "delivered";
  const days = isThere ? undefined : dueDays(known.pkg);
  const date = days?.to ?? known.pkg?.exp_delivery ?? "";
  const value = isCalendarDate(date) ? rangeOf(days, date) : status;
  const day = days ? daysWords(days, locale, today) : dayWords(date, locale, today);
  if (isThere) {
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

/** As ISO 8601 has a span of days. */
const rangeOf = (days: DueDays | undefined, date: string) =>
  days && days.from < days.to ? `${days.from}/${days.to}` : date;

/** Whether it is still to be brought: what waits to be fetched, went back or was canceled is not. */
function isToCome(stage: Stage): boolean {
  const { step } = stages[stage];
  return stage === "paid" || stage === "unpaid" || (step !== undefined && step !== "pickup");
}
