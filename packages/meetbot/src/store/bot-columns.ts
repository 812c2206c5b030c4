/** The columns of a bot, as the rooms name them. */
export const botColumns = [
  "botId as id",
  "name",
  "pageId",
  "endpoint",
  "policy",
  "numberAlone",
  "orderNumberFormat",
  "contact",
  "accent",
  "locale",
  "languages",
  "welcome",
  "menu",
  "timeZone",
  "origins",
  "demo",
] as const;
