import type { Bot, BotChanges } from "@meetbot/model/bot/bot.ts";
import { InvalidSettingError } from "./invalid-setting-error.ts";
import type { Setting } from "./setting.ts";
import { type GivenSettings, type SettingName, settingNames, settings } from "./settings.ts";

/** Some settings as they travel, and not read yet. */
export type GivenChanges = { [Name in SettingName]?: GivenSettings[Name] | undefined };

/** An invalid setting: its JSON Pointer and the reason. */
export interface SettingFault {
  pointer: string;
  message: string;
}

/** Validates the given settings together with the unchanged ones and returns every fault. */
export function readChanges(
  given: GivenChanges,
  stays: Bot,
): { changes: BotChanges; faults: SettingFault[] } {
  const changes: BotChanges = {};
  const faults: SettingFault[] = [];
  const attempt = (name: SettingName, read: () => BotChanges | undefined) => {
    try {
      Object.assign(changes, read());
    } catch (error) {
      if (!(error instanceof InvalidSettingError)) throw error;
      faults.push({ pointer: `/${name}`, message: error.message });
    }
  };
  for (const name of settingNames) {
    const { field, read }: Setting = settings[name];
    const value = given[name];
    if (value !== undefined) attempt(name, () => ({ [field]: read(value) }));
  }
  const together = { ...stays, ...changes };
  for (const name of settingNames) {
    const { refuse }: Setting = settings[name];
    attempt(name, () => {
      refuse?.(together);
      return undefined;
    });
  }
  return { changes, faults };
}
