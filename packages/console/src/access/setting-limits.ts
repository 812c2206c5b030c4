import type { SettingLimits } from "@meetbot/admin-api/settings/limits.ts";

/** The server's minimum and maximum values; a different number does not compile. */
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
  minConversationDays: 2,
  minDays: 1,
  maxDays: 365,
  minIdleHours: 1,
  maxIdleHours: 72,
};
