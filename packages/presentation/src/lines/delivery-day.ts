import type { Package } from "@meetbot/protocol";
import type { Reader } from "../languages/contract/card-language.ts";
import { packageStage } from "../status/item-stage.ts";
import { type Stage, stages } from "../status/stages.ts";
import { formatDays, isCalendarDate } from "../text/dates.ts";
import { dueDays } from "./due-day.ts";

/** The words with a place for a date, and the date; both empty where there is none. */
export type Dated = [words: string, date: string];

/** When a package came, comes or was to come: only what is surely known is told of its day. */
export function deliveryDay(pkg: Partial<Package>, reader: Reader): Dated {
  const stage = packageStage(pkg);
  const { exp_delivery: day = "" } = pkg;
  const days = stage === "delivered" ? day && { from: day, to: day } : dueDays(pkg);
  if (!days) return ["", ""];
  const key = deliveryKey(stage, days.to, reader.today);
  return [reader.language.words[key], formatDays(days, reader)];
}

/** What a package's date means; `deliveryDate` where nobody can say whether it came. */
export function deliveryKey(
  stage: Stage | undefined,
  day: string,
  today?: string,
): "delivered" | "expected" | "wasExpected" | "deliveryDate" {
  const step = stage && stages[stage].step;
  if (step === "delivered") return "delivered";
  if (!isCalendarDate(day) || (stage && stage !== "on_file" && !step)) return "deliveryDate";
  if (today !== undefined && day < today) return step ? "wasExpected" : "deliveryDate";
  return step || today !== undefined ? "expected" : "deliveryDate";
}
