import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { customerLocales, menuTitles, say } from "@meetbot/presentation";
import { cutEnd } from "../../cut-text.ts";
import {
  maxCommandDescriptionLength,
  maxDescriptionLength,
  maxShortDescriptionLength,
} from "../api/sizes.ts";
import {
  type BotAccess,
  callTelegram,
  type TelegramAnswer,
  type TelegramApi,
} from "../api/telegram-api.ts";

type ProfiledBot = Pick<Bot, "name" | "locale" | "languages" | "menu">;

/** A profile's texts for users whose app is in this language; `""` for all other users. */
export interface ProfileTexts {
  language: string;
  commands: { command: string; description: string }[];
  /** Shown in a chat that has no messages yet. */
  description: string;
  /** Shown on the bot's page, and with links to the bot. */
  shortDescription: string;
}

/** The bot profile that Telegram shows before the first message. */
export interface TelegramProfile {
  texts: ProfileTexts[];
  menuButton: { type: "commands" | "default" };
}

/** Names of bots are cut before the sentence is. */
const maxNameLength = 40;

/** Telegram distinguishes languages by two letters: it treats Chinese as one, in whichever script. */
const codeOf = (locale: Locale) => locale.slice(0, 2);

/**
 * Returns texts in the bot's own language as the default, and in each other language for those who use Telegram in it.
 */
export function profileOf(bot: ProfiledBot): TelegramProfile {
  const others = bot.languages.filter(
    (language, at) =>
      codeOf(language) !== codeOf(bot.locale) &&
      bot.languages.findIndex((one) => codeOf(one) === codeOf(language)) === at,
  );
  return {
    texts: [
      { language: "", ...textsIn(bot.locale, bot) },
      ...others.map((language) => ({ language: codeOf(language), ...textsIn(language, bot) })),
    ],
    menuButton: { type: bot.menu.length > 0 ? "commands" : "default" },
  };
}

/** Publishes the profile, and removes what the bot no longer has. Stops at the first refused call. */
export async function setProfile(
  bot: ProfiledBot,
  access: BotAccess,
  api: TelegramApi,
): Promise<TelegramAnswer> {
  let answer: TelegramAnswer = { ok: true, result: null };
  for (const [method, parameters] of callsFor(profileOf(bot))) {
    answer = await callTelegram(method, parameters, access, api);
    if (!answer.ok) return answer;
  }
  return answer;
}

function textsIn(locale: Locale, { name, menu }: ProfiledBot): Omit<ProfileTexts, "language"> {
  const greeting = say(locale, "pageGreeting", { bot: cutEnd(name, maxNameLength) });
  return {
    commands: menu.map((item) => ({
      command: item,
      description: cutEnd(say(locale, menuTitles[item]), maxCommandDescriptionLength),
    })),
    description: cutEnd(greeting, maxDescriptionLength),
    shortDescription: cutEnd(greeting, maxShortDescriptionLength),
  };
}

function callsFor({ texts, menuButton }: TelegramProfile): [method: string, parameters: object][] {
  const cleared = [...new Set(customerLocales.map(codeOf))]
    .filter((code) => !texts.some(({ language }) => language === code))
    .map((language) => ({ language, commands: [], description: "", shortDescription: "" }));
  return [
    ...[...texts, ...cleared].flatMap(callsInLanguage),
    ["setChatMenuButton", { menu_button: menuButton }],
  ];
}

function callsInLanguage(texts: ProfileTexts): [method: string, parameters: object][] {
  const { language: language_code, commands, description, shortDescription } = texts;
  return [
    commands.length > 0
      ? ["setMyCommands", { commands, language_code }]
      : ["deleteMyCommands", { language_code }],
    ["setMyDescription", { description, language_code }],
    ["setMyShortDescription", { short_description: shortDescription, language_code }],
  ];
}
