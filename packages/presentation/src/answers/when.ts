import { languages } from "../languages/customer-locale.ts";
import { type DueDays, dueDays } from "../lines/due-day.ts";
import { type Stage, stages } from "../status/stages.ts";
import { isCalendarDate, toCalendarDate } from "../text/dates.ts";
import { say } from "../text/say.ts";
import { dayWords } from "./day-words.ts";
import { daysWords } from "./days-words.ts";
import { lastNote } from "./extra-told.ts";
import type { Telling } from "./telling.ts";
import type { Known, Told } from "./told.ts";
import { isUnderway, stageOfItem, statusOf, whereSentence } from "./where.ts";

/** Returns when an order or package arrives or arrived; the answer is true whichever of the two the customer asked. */
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

/** Not sent yet, whether it is paid or not. */
const notSent: ReadonlySet<Stage> = new Set<Stage>([
  ...(["paid", "ordered", "confirmed", "processing", "awaiting_pickup"] as const),
]);

/** Formats when the order was sent: shops do not send this, but the carrier's first event gives the approximate day. */
export function dispatchedTold(known: Known, telling: Telling): Told | null {
  const [value] = statusOf(known);
  if (value === undefined) return null;
  const { locale, today, timeZone } = telling;
  const stage = stageOfItem(known);
  if (stage && notSent.has(stage)) return { text: say(locale, "factSendUnknown"), value };
  const wasSent = stage && (isUnderway(stage) || stages[stage].step === "delivered");
  if (!wasSent) return { text: whereSentence(known, telling), value };
  const first = known.pkg?.events?.at(-1);
  if (!first) return { text: say(locale, "factSentSome"), value };
  const date = toCalendarDate(new Date(Number(first.at) * 1000), timeZone);
  const text = say(locale, "factFirstScan", { day: dayWords(date, locale, today) });
  return { text, value: date };
}

/**
 * Formats whether the order was delivered, and the carrier's note of it: only that note names who accepted the parcel.
 */
export function signedTold(known: Known, telling: Telling): Told | null {
  const told = whenTold(known, telling, "delivered");
  const stage = stageOfItem(known);
  if (told === null || !stage || stages[stage].step !== "delivered") return told;
  const { locale } = telling;
  const seen = lastNote(known.pkg, telling) ?? say(locale, "factSignedUnknown");
  return { ...told, text: [told.text, seen].join(languages[locale].sentenceSpace) };
}

/** As ISO 8601 has a span of days. */
const rangeOf = (days: DueDays | undefined, date: string) =>
  days && days.from < days.to ? `${days.from}/${days.to}` : date;

/** Whether delivery is still ahead. Not the case for what waits for pickup, was returned or was canceled. */
function isToCome(stage: Stage): boolean {
  const { step } = stages[stage];
  return stage === "paid" || stage === "unpaid" || (step !== undefined && step !== "pickup");
}
