import type { Locale } from "../../model/bot.ts";
import type { RenderContext } from "../channel.ts";

/** Whoever reads: in which language, and where. */
export interface Reader extends RenderContext {
  locale: Locale;
}
const languages = { en: "en-US", zh: "zh-CN" } as const;

/** An amount with its currency, `56.14 XYZ` where nobody knows the code. */
export function formatMoney(amount: number, currency: string, { locale }: Reader): string {
  try {
    return new Intl.NumberFormat(languages[locale], { style: "currency", currency }).format(amount);
  } catch {
    return `${amount} ${currency}`.trim();
  }
}

/** The day of a moment given in Unix seconds; as it stands where it is none. */
export function formatMoment(seconds: string, { locale, timeZone }: Reader): string {
  const moment = new Date(Number(seconds) * 1000);
  if (Number.isNaN(moment.getTime())) return seconds;
  return new Intl.DateTimeFormat(languages[locale], { dateStyle: "medium", timeZone }).format(
    moment,
  );
}

/** A calendar date `YYYY-MM-DD`. It has no time zone and never shifts by a day. */
export function formatCalendarDate(date: string, { locale }: Reader): string {
  const midnight = new Date(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(midnight.getTime())) return date;
  const format = new Intl.DateTimeFormat(languages[locale], {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  return format.format(midnight);
}
