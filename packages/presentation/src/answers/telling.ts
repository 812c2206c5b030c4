import type { CustomerLocale } from "../languages/customer-locale.ts";

/** In which language an answer is said, and on which day. */
export interface Telling {
  locale: CustomerLocale;
  /** The reader's day, `YYYY-MM-DD`. */
  today: string;
  timeZone?: string | undefined;
}
