import type { Bot } from "@meetbot/model/bot/bot.ts";
import { InvalidSettingError } from "./invalid-setting-error.ts";

/** Throws an {@link InvalidSettingError} if the bot's default language is not one that it speaks. */
export function refuseUnspokenLocale({
  locale,
  languages,
}: Pick<Bot, "locale" | "languages">): void {
  if (languages.includes(locale)) return;
  throw new InvalidSettingError(
    `The bot's own language is ${locale}, and it is to speak ${languages.join(", ")} only. Change both together.`,
  );
}
