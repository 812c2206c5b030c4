import { type Fields, textAt } from "../../fields.ts";

/** Numbers between these two are seconds: as milliseconds they would be in 1970 to 1973. */
const minSeconds = 1e8;
const minMilliseconds = 1e11;

/** Returns a time in Unix milliseconds. Accepts milliseconds or seconds, as number or text, or ISO 8601. */
export function momentAt(fields: Fields, key: string): number | null {
  const text = textAt(fields, key)?.trim() ?? "";
  if (!/^\d+(\.\d+)?$/.test(text)) return isoMoment(text);
  const number = Number(text);
  const milliseconds = number >= minSeconds && number < minMilliseconds ? number * 1000 : number;
  return Number.isSafeInteger(Math.round(milliseconds)) ? Math.round(milliseconds) : null;
}

function isoMoment(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return null;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : moment;
}
