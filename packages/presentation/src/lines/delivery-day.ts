import type { Reader } from "../languages/contract/card-language.ts";
import { packageStageFor, type SeenPackage } from "../status/stage-for.ts";
import { stages } from "../status/stages.ts";
import { formatDays, isCalendarDate } from "../text/dates.ts";
import { dueDays } from "./due-day.ts";

/** A phrase with a placeholder for a date, and the date; both empty if there is none. */
export type Dated = [words: string, date: string];

/**
 * Returns when a package arrived, will arrive or should have arrived; no expected day if it is ready for pickup. The
 * wording claims only what is certain: `deliveryDate` if it is unclear whether the package has arrived.
 */
export function deliveryDay(pkg: SeenPackage, reader: Reader): Dated {
  const stage = packageStageFor(pkg, reader);
  const step = stage && stages[stage].step;
  const { exp_delivery: day } = pkg;
  const days =
    step === "delivered" ? day && { from: day, to: day } : step !== "pickup" && dueDays(pkg);
  if (!days) return ["", ""];
  const { today } = reader;
  const isOver = today !== undefined && days.to < today;
  const isUnclear =
    !isCalendarDate(days.to) ||
    (!step && ((stage && stage !== "on_file") || today === undefined || isOver));
  const key =
    step === "delivered" ? step : isUnclear ? "deliveryDate" : isOver ? "wasExpected" : "expected";
  return [reader.language.words[key], formatDays(days, reader)];
}
