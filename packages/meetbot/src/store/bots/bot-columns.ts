import { settings } from "@meetbot/admin-api/settings/settings.ts";

/** The columns of a bot, as the rooms name them. */
export const botColumns = [
  "botId as id",
  ...Object.values(settings).map(({ field }) => field),
  "demo",
] as const;
