import type { Bot } from "@meetbot/model/bot/bot.ts";
import { InvalidSettingError } from "./invalid-setting-error.ts";

/**
 * A bot cannot have for its own a language that it does not speak. Throws an
 * {@link InvalidSettingError} where it would.
 */
export function refuseUnspokenLocale({
  locale,
  languages,
}: Pick<Bot, "locale" | "languages">): void {
  if (languages.includes(locale)) return;
  throw new InvalidSettingError(
    `The bot's own language is ${locale}, and it is to speak ${languages.join(", ")} only. Change both together.`,
  );
}
