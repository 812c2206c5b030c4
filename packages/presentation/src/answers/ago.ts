import { languages } from "../languages/customer-locale.ts";
import { readerOf } from "../status/reader-of.ts";
import { stages } from "../status/stages.ts";
import { formatMoment, isCalendarDate, toCalendarDate } from "../text/dates.ts";
import { say } from "../text/say.ts";
import { dayWords } from "./day-words.ts";
import type { Telling } from "./telling.ts";
import type { Known, Told } from "./told.ts";
import { whenTold } from "./when.ts";
import { stageOfItem } from "./where.ts";

const dayMs = 86_400_000;

/** “Yesterday” and “today” already say how long ago that is. */
const fewestDays = 2;

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/**
 * Formats how many days ago the order was placed and delivered, and the days between; a future delivery gets its day.
 */
export function agoTold(known: Known, telling: Telling): Told | null {
  const { locale, today, timeZone } = telling;
  const { timestamp } = known.order ?? {};
  const placed = timestamp && toCalendarDate(new Date(Number(timestamp) * 1000), timeZone);
  const stage = stageOfItem(known);
  const day = known.pkg?.exp_delivery ?? "";
  const isThere = stage !== undefined && stages[stage].step === "delivered";
  const came = isThere && isCalendarDate(day) && day <= today ? day : null;
  const sentences = [
    ...(timestamp && placed ? [placedTold(timestamp, placed, telling)] : []),
    ...(came === null ? [] : [cameTold(came, telling)]),
    ...(came && placed && placed <= came
      ? [say(locale, "factTook", { count: daysBetween(placed, came) })]
      : []),
  ];
  const toCome = came === null ? whenTold(known, telling) : null;
  if (toCome) sentences.push(toCome.text);
  const value = came ?? placed ?? toCome?.value;
  if (sentences.length === 0 || !value) return null;
  return { text: sentences.join(languages[locale].sentenceSpace), value };
}

function placedTold(timestamp: string, placed: string, { locale, today, timeZone }: Telling) {
  const date = formatMoment(timestamp, readerOf(locale, { timeZone }));
  const count = daysBetween(placed, today);
  return count < fewestDays
    ? say(locale, "factPlaced", { date })
    : say(locale, "factPlacedAgo", { date, count });
}

function cameTold(came: string, { locale, today }: Telling) {
  const day = dayWords(came, locale, today);
  const count = daysBetween(came, today);
  return count < fewestDays
    ? say(locale, "factDelivered", { day })
    : say(locale, "factDeliveredAgo", { day, count });
}
