import { LRUCache } from "lru-cache";
import type { Locale } from "../../model/conversation/locale.ts";
import type { RenderContext } from "../channel.ts";

/** Whoever reads: in which language, and where. */
export interface Reader extends RenderContext {
  locale: Locale;
}
const languages = { en: "en-US", zh: "zh-CN" } as const;

/** More currencies and time zones than one shop meets, and shops send what they want. */
const mostFormats = 500;

/** Making a format takes a hundred times as long as using it. */
function remember<Format extends object>(make: (language: string, of: string) => Format) {
  const made = new LRUCache<string, Format>({ max: mostFormats });
  return (locale: Locale, of: string): Format => {
    const key = `${locale} ${of}`;
    const format = made.get(key) ?? make(languages[locale], of);
    made.set(key, format);
    return format;
  };
}

const moneyFormat = remember(
  (language, currency) => new Intl.NumberFormat(language, { style: "currency", currency }),
);
const dayFormat = remember(
  (language, timeZone) => new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone }),
);

const monthFormat = remember(
  (language, timeZone) =>
    new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone }),
);

/** An amount with its currency, `56.14 XYZ` where nobody knows the code. */
export function formatMoney(amount: number, currency: string, { locale }: Reader): string {
  try {
    return moneyFormat(locale, currency).format(amount);
  } catch {
    return `${amount} ${currency}`.trim();
  }
}

/** The day of a moment given in Unix seconds; as it stands where it is none. */
export function formatMoment(seconds: string, { locale, timeZone }: Reader): string {
  const moment = new Date(Number(seconds) * 1000);
  if (Number.isNaN(moment.getTime())) return seconds;
  return dayFormat(locale, timeZone).format(moment);
}

/** A month `YYYY-MM`; as it stands where it is none. */
export function formatMonth(month: string, { locale }: Reader): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(first.getTime())) return month;
  return monthFormat(locale, "UTC").format(first);
}

/** A calendar date `YYYY-MM-DD`. It has no time zone and never shifts by a day. */
export function formatCalendarDate(date: string, { locale }: Reader): string {
  const midnight = new Date(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(midnight.getTime())) return date;
  return dayFormat(locale, "UTC").format(midnight);
}
