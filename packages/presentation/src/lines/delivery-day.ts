import type { Package } from "@meetbot/protocol";
import type { Reader } from "../languages/contract/card-language.ts";
import { stageOf } from "../status/stage-of.ts";
import { stages } from "../status/stages.ts";
import { formatCalendarDate, isCalendarDate } from "../text/dates.ts";

/** The words with a place for a date, and the date; both empty where there is none. */
export type Dated = [words: string, date: string];

/** When a package came, comes or was to come: only what is surely known is told of its day. */
export function deliveryDay(pkg: Partial<Package>, reader: Reader): Dated {
  const { exp_delivery: day } = pkg;
  if (!day) return ["", ""];
  const key = deliveryKey(pkg.package_status ?? "", day, reader.today);
  return [reader.language.words[key], formatCalendarDate(day, reader)];
}

/** What a package's date means; `deliveryDate` where nobody can say whether it came. */
export function deliveryKey(
  status: string,
  day: string,
  today?: string,
): "delivered" | "expected" | "wasExpected" | "deliveryDate" {
  const stage = stageOf(status, "package")?.stage;
  const step = stage && stages[stage].step;
  if (step === "delivered") return "delivered";
  if (!isCalendarDate(day) || (stage && stage !== "on_file" && !step)) return "deliveryDate";
  if (today !== undefined && day < today) return step ? "wasExpected" : "deliveryDate";
  return step || today !== undefined ? "expected" : "deliveryDate";
}
