import type { CustomerLocale } from "@meetbot/presentation";

/** A language that Meetbot speaks with customers: what they are is known to `presentation` alone. */
export type Locale = CustomerLocale;
