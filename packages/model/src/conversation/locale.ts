import type { CustomerLocale } from "@meetbot/presentation";

/** A language that Meetbot speaks with customers; only `presentation` defines which ones there are. */
export type Locale = CustomerLocale;
