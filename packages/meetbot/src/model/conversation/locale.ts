/** The languages Meetbot speaks with customers. */
export type Locale = "en" | "zh";
