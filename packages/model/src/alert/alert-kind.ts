/** The ways to alert the team; each one is a file in `features/alerts/kinds`. */
export const alertKinds = [
  "webhook",
  "slack",
  "teams",
  "feishu",
  "dingtalk",
  "wecom",
  "email",
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** The languages of alerts: those of operators. */
export type AlertLocale = "en" | "zh";
