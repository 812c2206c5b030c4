import { LRUCache } from "lru-cache";

/** More time zones than the shops of one server are in; making a format is slow. */
const maxFormats = 100;
const formats = new LRUCache<string, Intl.DateTimeFormat>({ max: maxFormats });

/** The month `YYYY-MM` in which a moment in Unix seconds is on the shop's clock; `null`: it is none. */
export function placedMonth(seconds: string, timeZone = "UTC"): string | null {
  const moment = new Date(Number(seconds || "?") * 1000);
  if (Number.isNaN(moment.getTime())) return null;
  const parts = formatOf(timeZone).formatToParts(moment);
  const part = (type: "year" | "month") => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}`;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", { year: "numeric", month: "2-digit", timeZone });
  formats.set(timeZone, made);
  return made;
}
