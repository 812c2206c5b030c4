import { randomBytes, randomInt } from "node:crypto";
import type { Bot, NewBotSecrets } from "@meetbot/model/bot/bot.ts";
import { newSecret } from "@meetbot/protocol";
import type { Individual } from "./setting.ts";
import { type SettingName, settings } from "./settings.ts";

/** Returns a new bot with defaults for all that is not given, and secrets of its own. */
export function newBot(given: Pick<Bot, "name" | "endpoint"> & Partial<Bot>): {
  bot: Bot;
  secrets: Required<NewBotSecrets>;
} {
  const bot: Bot = {
    id: `bot_${randomBytes(6).toString("hex")}`,
    ...defaults(),
    pageId: String(randomInt(100_000_000_000_000, 281_474_976_710_655)),
    demo: false,
    ...given,
  };
  const [signingSecret, identitySecret, pushSecret] = [newSecret(), newSecret(), newSecret()];
  return { bot, secrets: { signingSecret, identitySecret, pushSecret } };
}

type Covered = (typeof settings)[SettingName]["field"];

/** Returns the defaults of every setting. A setting missing from the table causes a compile error above. */
function defaults(): Omit<Pick<Bot, Covered>, Individual> {
  const all = Object.values(settings).map(({ field, default: value }) => [field, value]);
  return structuredClone(Object.fromEntries(all));
}
