/** The languages in which rules, findings and reports are written. */
export type Locale = "en" | "zh";
