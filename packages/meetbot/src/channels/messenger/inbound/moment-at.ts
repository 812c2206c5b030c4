import { type Fields, textAt } from "../../fields.ts";

/** Between these two a number means seconds: as milliseconds it would lie in 1970 to 1973. */
const minSeconds = 1e8;
const minMilliseconds = 1e11;

/** A moment in Unix milliseconds. It comes in milliseconds or seconds, as number or text, or in ISO 8601. */
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
