import { randomBytes, randomInt } from "node:crypto";
import { newSecret } from "@meetbot/protocol";
import type { Bot, NewBotSecrets } from "../model/bot.ts";
import { usualRetention } from "./retention.ts";

/** A bot as it begins: all but what an operator says about it, with two secrets of its own. */
export function newBot(
  settings: Pick<Bot, "name" | "endpoint"> & Partial<Omit<Bot, "id" | "demo">>,
): { bot: Bot; secrets: NewBotSecrets } {
  const bot: Bot = {
    id: `bot_${randomBytes(6).toString("hex")}`,
    pageId: String(randomInt(100_000_000_000_000, 281_474_976_710_655)),
    policy: "ladder",
    numberAlone: "auto",
    orderNumberFormat: null,
    contact: null,
    accent: null,
    locale: "en",
    languages: ["en", "zh"],
    welcome: { en: null, zh: null },
    menu: ["orders", "packages", "help", "person"],
    timeZone: "UTC",
    origins: [],
    linkPage: null,
    ...usualRetention,
    demo: false,
    ...settings,
  };
  return { bot, secrets: { signingSecret: newSecret(), identitySecret: newSecret() } };
}
