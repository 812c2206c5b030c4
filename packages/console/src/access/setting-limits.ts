import type { SettingLimits } from "@meetbot/admin-api/settings/limits.ts";

/** What the server takes at most, and at least: with another number it does not compile. */
export const settingLimits: SettingLimits = {
  nameLength: 80,
  pageIdLength: 64,
  contactLength: 300,
  welcomeLength: 500,
  linkPageLength: 1000,
  openingsADay: 4,
  holidays: 100,
  origins: 50,
  networks: 50,
  leastConversationDays: 2,
  leastDays: 1,
  mostDays: 365,
  leastIdleHours: 1,
  mostIdleHours: 72,
};
