import type { CustomerLocale } from "../languages/customer-locale.ts";

/** The language of an answer, and the reader's day. */
export interface Telling {
  locale: CustomerLocale;
  /** The reader's day, `YYYY-MM-DD`. */
  today: string;
  timeZone?: string | undefined;
}
